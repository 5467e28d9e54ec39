package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.api.Attribution;

/** The cells of a workspace and unit on one UTC day: in memory or in a file. */
interface DayCells extends Combinations {

    int QUARTERS = 96;

    /** The number of the combination that an attribution has, or -1. */
    int find(Attribution attribution);

    /** Shows what adds up to the day's sum of each combination; the quarter has no meaning. */
    void eachSum(CellVisitor visitor);

    /** Shows the cells of the quarters from the first, included, to the last, not included. */
    void eachCell(int from, int to, CellVisitor visitor);

    /** Sum of the amounts, in thousandths. */
    long total();
}
