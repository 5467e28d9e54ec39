package org.weighhouse.ledger.internal.rollup;

/** Is shown cells, one after the other. */
@FunctionalInterface
interface CellVisitor {

    /**
     * Takes one cell.
     *
     * @param quarter of the day, 0 to 95
     * @param combination number within the day
     * @param values holds the cell's values; only until this returns
     * @param at where they begin
     * @param width how many there are: {@link CellTable#PLAIN} or {@link CellTable#WIDE}
     */
    void visit(int quarter, int combination, long[] values, int at, int width);
}
