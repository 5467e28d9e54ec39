package org.weighhouse.ledger.internal.rollup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.ledger.internal.record.Micros;

/** Sums by slice and group, added up day by day, in any order. Not thread-safe. */
final class Breakdown {

    private static final int UNKNOWN = -1;
    private static final int FILTERED = -2;
    private static final Comparator<List<String>> BY_TEXT = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final UsageQuery query;
    private final int maxRows;
    private final Slices cuts;
    private final int from;
    private final int to;
    private final Map<List<String>, Integer> groupNumbers = new HashMap<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final NavigableMap<Integer, Slice> slices = new TreeMap<>();
    private Slice last = Slice.EMPTY;
    private int rowCount;

    Breakdown(UsageQuery query, int maxRows) {
        this.query = query;
        this.maxRows = maxRows;
        this.cuts = new Slices(query.window(), query.zone(), query.range());
        this.from = Micros.quarterOf(Micros.of(query.range().from()));
        this.to = Micros.quarterOf(Micros.of(query.range().to()));
    }

    /** First day that the range touches. */
    int firstDay() {
        return from / DayCells.QUARTERS;
    }

    /** The day after the last one that the range touches. */
    int endDay() {
        return Math.ceilDiv(to, DayCells.QUARTERS);
    }

    /**
     * Adds the part of a day's cells that the query asks for.
     *
     * @throws IllegalArgumentException if there are too many rows
     */
    void add(int day, DayCells cells) {
        int first = day * DayCells.QUARTERS;
        int end = first + DayCells.QUARTERS;
        int[] groupOf = new int[cells.combinations()];
        Arrays.fill(groupOf, UNKNOWN);
        CellVisitor visitor = (quarter, combination, values, at, width) -> {
            if (groupOf[combination] == UNKNOWN) {
                groupOf[combination] = groupOf(cells, combination);
            }
            if (groupOf[combination] != FILTERED) {
                sum(first + quarter, groupOf[combination]).add(values, at, width);
            }
        };
        if (from <= first && end <= to && sliceAt(first).end >= end) {
            cells.eachSum((any, combination, values, at, width) -> visitor.visit(0, combination, values, at, width));
        } else {
            cells.eachCell(Math.max(from, first) - first, Math.min(to, end) - first, visitor);
        }
    }

    /** By slice, then by group. */
    List<UsageRow> rows() {
        List<UsageRow> rows = new ArrayList<>(rowCount);
        for (Slice slice : slices.values()) {
            slice.sums.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> groups.get(entry.getKey()), BY_TEXT))
                    .forEach(entry -> rows.add(new UsageRow(
                            slice.range,
                            groups.get(entry.getKey()),
                            entry.getValue().toUsage())));
        }
        return rows;
    }

    private UsageSum sum(int quarter, int group) {
        Map<Integer, UsageSum> sums = sliceAt(quarter).sums;
        UsageSum sum = sums.get(group);
        if (sum == null) {
            countRow();
            sum = new UsageSum();
            sums.put(group, sum);
        }
        return sum;
    }

    private void countRow() {
        rowCount++;
        if (rowCount > maxRows) {
            throw new IllegalArgumentException("This would be more than " + maxRows
                    + " rows: ask for a shorter range, a longer window, fewer dimensions or a filter");
        }
    }

    private Slice sliceAt(int quarter) {
        if (last.start <= quarter && quarter < last.end) {
            return last;
        }
        Map.Entry<Integer, Slice> found = slices.floorEntry(quarter);
        if (found != null && quarter < found.getValue().end) {
            last = found.getValue();
        } else {
            last = new Slice(cuts.of(Micros.startOfQuarter(quarter)));
            slices.put(last.start, last);
        }
        return last;
    }

    private int groupOf(DayCells cells, int combination) {
        for (Map.Entry<Dimension, Set<String>> only : query.filter().entrySet()) {
            if (!only.getValue().contains(cells.text(combination, only.getKey()))) {
                return FILTERED;
            }
        }
        List<String> group = new ArrayList<>(query.groupBy().size());
        query.groupBy().forEach(dimension -> group.add(cells.text(combination, dimension)));
        return groupNumbers.computeIfAbsent(group, added -> {
            groups.add(added);
            return groups.size() - 1;
        });
    }

    /** A slice of time with the cells that begin in it: from quarter {@code start}, included, to {@code end}. */
    private static final class Slice {

        private static final Slice EMPTY = new Slice(new TimeRange(Instant.EPOCH, Instant.EPOCH));

        private final TimeRange range;
        private final int start;
        private final int end;
        private final Map<Integer, UsageSum> sums = new HashMap<>();

        private Slice(TimeRange range) {
            this.range = range;
            this.start = Micros.firstQuarterFrom(Micros.of(range.from()));
            this.end = Micros.firstQuarterFrom(Micros.of(range.to()));
        }
    }
}
