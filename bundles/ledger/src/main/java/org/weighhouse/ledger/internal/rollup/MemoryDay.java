package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.ledger.internal.record.Micros;

/** What came to one workspace, unit and day since the last checkpoint. Not thread-safe. */
final class MemoryDay implements DayCells, DayTicks {

    private final CombinationTable table;
    private final IntIndex combinations = new IntIndex();
    private final CellTable cells = new CellTable();
    private final TickBytes ticks = new TickBytes();
    private int known;
    private long total;

    /**
     * A day without cells.
     *
     * @param known combinations that the day has elsewhere
     */
    MemoryDay(CombinationTable table, int known) {
        this.table = table;
        this.known = known;
    }

    /** Combinations that the day has, here and in what is older. */
    int known() {
        return known;
    }

    /** One more, that the day did not have. */
    void learn() {
        known++;
    }

    /** The number of a combination, given now if it has none. */
    int numberOf(Attribution attribution) {
        int known = find(attribution);
        return known >= 0 ? known : combinations.add(table.add(attribution));
    }

    /** Adds an entry to its cell. */
    void add(long micros, int combination, long[] values) {
        int quarter = Micros.quarterOf(micros) % QUARTERS;
        total = Math.addExact(total, values[0]);
        cells.add(quarter, combination, values, 0, values.length);
        ticks.add(micros, combination, values);
    }

    @Override
    public void each(long from, long to, TickVisitor visitor) {
        ticks.each(from, to, visitor);
    }

    /** The ticks, to be stored. */
    void putTicksInto(SectionBytes into) {
        ticks.putInto(into);
    }

    @Override
    public int combinations() {
        return combinations.size();
    }

    @Override
    public String text(int combination, Dimension dimension) {
        return table.get(combinations.keyAt(combination)).get(dimension);
    }

    @Override
    public int find(Attribution attribution) {
        int number = table.find(attribution);
        return number < 0 ? -1 : combinations.find(number);
    }

    @Override
    public void eachSum(CellVisitor visitor) {
        for (int i = 0; i < cells.size(); i++) {
            cells.visit(i, visitor);
        }
    }

    @Override
    public void eachCell(int from, int to, CellVisitor visitor) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.quarterAt(i) >= from && cells.quarterAt(i) < to) {
                cells.visit(i, visitor);
            }
        }
    }

    @Override
    public long total() {
        return total;
    }
}
