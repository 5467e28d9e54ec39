package org.weighhouse.ledger.internal.rollup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.record.EntryWritten;
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
    private final Filter filter;
    private final int maxRows;
    private final Slices cuts;
    private final Parts parts;
    private final Map<List<String>, Integer> groupNumbers = new HashMap<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final NavigableMap<Long, Slice> slices = new TreeMap<>();
    private Slice last = Slice.EMPTY;
    private int rowCount;

    Breakdown(UsageQuery query, int maxRows) {
        this.query = query;
        this.filter = new Filter(query.filter());
        this.maxRows = maxRows;
        this.cuts = new Slices(query.window(), query.zone(), query.range());
        this.parts = query.window() == Window.MINUTE ? Parts.entriesAlone(query.range()) : Parts.of(query.range());
    }

    Parts parts() {
        return parts;
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
                sum((first + quarter) * Micros.QUARTER, groupOf[combination]).add(values, at, width);
            }
        };
        if (parts.from() <= first && end <= parts.to() && sliceAt(first * Micros.QUARTER).end >= end * Micros.QUARTER) {
            cells.eachSum((any, combination, values, at, width) -> visitor.visit(0, combination, values, at, width));
        } else {
            cells.eachCell(Math.max(parts.from(), first) - first, Math.min(parts.to(), end) - first, visitor);
        }
    }

    /**
     * Adds the ticks of a span of time.
     *
     * @throws IllegalArgumentException if there are too many rows
     */
    void add(Parts.Span span, DayTicks ticks) {
        int[] groupOf = new int[ticks.combinations()];
        Arrays.fill(groupOf, UNKNOWN);
        ticks.each(span.from(), span.to(), (micros, combination, values, width) -> {
            if (groupOf[combination] == UNKNOWN) {
                groupOf[combination] = groupOf(ticks, combination);
            }
            if (groupOf[combination] != FILTERED) {
                sum(micros, groupOf[combination]).add(values, 0, width);
            }
        });
    }

    /**
     * Adds an entry that no ticks are kept of any more.
     *
     * @param counted under which attribution the cells count it
     * @throws IllegalArgumentException if there are too many rows
     */
    void add(EntryWritten entry, Attribution counted) {
        if (filter.allows(counted)) {
            List<String> group = query.groupBy().stream().map(counted::get).toList();
            long[] values = CellTable.valuesOf(entry.amountMilli(), entry.isCorrection() ? 0 : 1, entry.measures());
            sum(entry.time(), numberOf(group)).add(values, 0, values.length);
        }
    }

    /** By slice, then by group. */
    List<UsageRow> rows() {
        if (query.withEmpty()) {
            cuts.all(maxRows).forEach(range -> sliceAt(Micros.of(range.from())));
        }
        List<UsageRow> rows = new ArrayList<>(rowCount);
        for (Slice slice : slices.values()) {
            slice.sums.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> groups.get(entry.getKey()), BY_TEXT))
                    .forEach(entry -> rows.add(new UsageRow(
                            slice.range,
                            groups.get(entry.getKey()),
                            entry.getValue().toUsage())));
            if (slice.sums.isEmpty() && query.withEmpty()) {
                rows.add(new UsageRow(
                        slice.range, Collections.nCopies(query.groupBy().size(), ""), Usage.NONE));
            }
        }
        return rows;
    }

    private UsageSum sum(long micros, int group) {
        Map<Integer, UsageSum> sums = sliceAt(micros).sums;
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

    private Slice sliceAt(long micros) {
        if (last.start <= micros && micros < last.end) {
            return last;
        }
        Map.Entry<Long, Slice> found = slices.floorEntry(micros);
        if (found != null && micros < found.getValue().end) {
            last = found.getValue();
        } else {
            last = new Slice(cuts.of(Micros.toInstant(micros)));
            slices.put(last.start, last);
        }
        return last;
    }

    private int groupOf(Combinations all, int combination) {
        if (!filter.allows(all, combination)) {
            return FILTERED;
        }
        return numberOf(query.groupBy().stream()
                .map(dimension -> all.text(combination, dimension))
                .toList());
    }

    private int numberOf(List<String> group) {
        return groupNumbers.computeIfAbsent(group, added -> {
            groups.add(added);
            return groups.size() - 1;
        });
    }

    /** A slice of time, from {@code start}, included, to {@code end}, in microseconds. */
    private static final class Slice {

        private static final Slice EMPTY = new Slice(new TimeRange(Instant.EPOCH, Instant.EPOCH));

        private final TimeRange range;
        private final long start;
        private final long end;
        private final Map<Integer, UsageSum> sums = new HashMap<>();

        private Slice(TimeRange range) {
            this.range = range;
            this.start = Micros.of(range.from());
            this.end = Micros.of(range.to());
        }
    }
}
