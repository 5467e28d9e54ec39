package org.weighhouse.ledger.internal.rollup;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Micros;

/** The roll-up cells of every workspace: the sum of the entries applied so far. Not thread-safe. */
public final class Rollups {

    private static final CellSeries NOTHING = new CellSeries();

    private final DimensionTable dimensions = new DimensionTable();
    private final Map<WorkspaceId, CellSeries[]> series = new HashMap<>();

    public void apply(EntryWritten entry) {
        int combination = dimensions.numberOf(entry.attribution());
        long events = entry.isCorrection() ? 0 : 1;
        cells(entry.workspace(), entry.unit())
                .at(Micros.quarterOf(entry.time()))
                .add(combination, entry.amountMilli(), events, entry.tokens());
    }

    /** Sum of the amounts of a range whose ends lie on cell boundaries, in thousandths. */
    public long total(WorkspaceId workspace, Unit unit, TimeRange range) {
        CellSeries found = find(workspace, unit);
        int to = Micros.quarterOf(Micros.of(range.to()));
        long sum = 0;
        for (int i = found.indexFrom(Micros.quarterOf(Micros.of(range.from())));
                i < found.size() && found.quarterAt(i) < to;
                i++) {
            sum = Math.addExact(sum, found.cellsAt(i).total());
        }
        return sum;
    }

    public List<UsageRow> query(UsageQuery query) {
        return new CellQuery(query, dimensions).run(find(query.workspace(), query.unit()));
    }

    /** Text that is the same for the same cells, whatever order their entries came in. */
    public void describe(StringBuilder into) {
        series.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> a.value().compareTo(b.value())))
                .forEach(entry -> {
                    for (Unit unit : Unit.values()) {
                        TimeRange always = new TimeRange(Micros.toInstant(0), Micros.startOfQuarter(Integer.MAX_VALUE));
                        UsageQuery all = UsageQuery.total(entry.getKey(), unit, always, ZoneOffset.UTC)
                                .by(Dimension.values())
                                .per(Window.QUARTER_HOUR);
                        query(all).forEach(row -> into.append(entry.getKey())
                                .append(unit)
                                .append(row)
                                .append('\n'));
                    }
                });
    }

    private CellSeries find(WorkspaceId workspace, Unit unit) {
        CellSeries[] found = series.get(workspace);
        return found == null ? NOTHING : found[unit.ordinal()];
    }

    private CellSeries cells(WorkspaceId workspace, Unit unit) {
        CellSeries[] found = series.get(workspace);
        if (found == null) {
            found = new CellSeries[Unit.values().length];
            Arrays.setAll(found, i -> new CellSeries());
            series.put(workspace, found);
        }
        return found[unit.ordinal()];
    }
}
