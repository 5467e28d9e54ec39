package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;

/** The cells of a workspace and unit on one UTC day: in memory or in a file. */
interface DayCells {

    int QUARTERS = 96;

    /** How many combinations of dimensions there are; they are numbered from 0. */
    int combinations();

    String text(int combination, Dimension dimension);

    /** The number of the combination that an attribution has, or -1. */
    int find(Attribution attribution);

    /** Shows what adds up to the day's sum of each combination; the quarter has no meaning. */
    void eachSum(CellVisitor visitor);

    /** Shows the cells of the quarters from the first, included, to the last, not included. */
    void eachCell(int from, int to, CellVisitor visitor);

    /** Sum of the amounts, in thousandths. */
    long total();
}
