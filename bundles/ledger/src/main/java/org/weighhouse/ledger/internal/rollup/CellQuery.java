package org.weighhouse.ledger.internal.rollup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.ledger.internal.record.Micros;

/** One run of a query over a series of cells. */
final class CellQuery {

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
    private final DimensionTable dimensions;
    private final Slices slices;
    private final int[] groupOfCombination;
    private final Map<List<String>, Integer> groupNumbers = new HashMap<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final List<UsageRow> rows = new ArrayList<>();

    CellQuery(UsageQuery query, DimensionTable dimensions) {
        this.query = query;
        this.dimensions = dimensions;
        this.slices = new Slices(query.window(), query.zone(), query.range());
        this.groupOfCombination = new int[dimensions.size()];
        Arrays.fill(groupOfCombination, UNKNOWN);
    }

    List<UsageRow> run(CellSeries series) {
        int end = Micros.quarterOf(Micros.of(query.range().to()));
        int index = series.indexFrom(Micros.quarterOf(Micros.of(query.range().from())));
        while (index < series.size() && series.quarterAt(index) < end) {
            TimeRange slice = slices.of(Micros.startOfQuarter(series.quarterAt(index)));
            index = sumSlice(series, index, slice);
        }
        return rows;
    }

    /** Adds the rows of a slice; returns the index after its last cell. */
    private int sumSlice(CellSeries series, int first, TimeRange slice) {
        Map<Integer, UsageSum> sums = new HashMap<>();
        int endQuarter = quarterOf(slice.to());
        int index = first;
        while (index < series.size() && series.quarterAt(index) < endQuarter) {
            QuarterCells cells = series.cellsAt(index);
            for (int i = 0; i < cells.size(); i++) {
                int group = groupOf(cells.combinationAt(i));
                if (group != FILTERED) {
                    cells.addTo(sums.computeIfAbsent(group, any -> new UsageSum()), i);
                }
            }
            index++;
        }
        sums.entrySet().stream()
                .sorted(Comparator.comparing(entry -> groups.get(entry.getKey()), BY_TEXT))
                .forEach(entry -> rows.add(new UsageRow(
                        slice, groups.get(entry.getKey()), entry.getValue().toUsage())));
        return index;
    }

    private static int quarterOf(Instant end) {
        return Micros.firstQuarterFrom(Micros.of(end));
    }

    private int groupOf(int combination) {
        if (groupOfCombination[combination] == UNKNOWN) {
            groupOfCombination[combination] = findGroup(dimensions.get(combination));
        }
        return groupOfCombination[combination];
    }

    private int findGroup(Attribution attribution) {
        boolean wanted = query.filter().entrySet().stream()
                .allMatch(only -> only.getValue().contains(attribution.get(only.getKey())));
        if (!wanted) {
            return FILTERED;
        }
        List<String> group = query.groupBy().stream().map(attribution::get).toList();
        return groupNumbers.computeIfAbsent(group, added -> {
            groups.add(added);
            return groups.size() - 1;
        });
    }
}
