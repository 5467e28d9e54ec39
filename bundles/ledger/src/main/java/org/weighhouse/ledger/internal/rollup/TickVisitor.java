package org.weighhouse.ledger.internal.rollup;

/** Is shown ticks, one after the other. */
@FunctionalInterface
interface TickVisitor {

    /**
     * Takes one tick.
     *
     * @param micros when it happened
     * @param combination number among the combinations of its list
     * @param values as of a cell; only until this returns
     * @param width how many there are: {@link CellTable#PLAIN} or {@link CellTable#WIDE}
     */
    void visit(long micros, int combination, long[] values, int width);
}
