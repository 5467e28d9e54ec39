package org.weighhouse.ledger.internal.rollup;

/**
 * What happened in a workspace and unit on one UTC day, entry by entry, as far as a question needs it: when, under which
 * combination it is counted, and its values. They answer for parts of a cell.
 */
interface DayTicks extends Combinations {

    /** Shows the ticks from a microsecond, included, to another, not included. */
    void each(long from, long to, TickVisitor visitor);
}
