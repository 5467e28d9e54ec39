package org.weighhouse.ledger.internal.rollup;

import java.util.List;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;

/**
 * Decides under which combination an entry is counted. A known combination is always used, and what was refused once is
 * refused for ever: so a correction meets the cell of its original.
 *
 * @param parts the day's cells, wherever they are
 * @param known how many different combinations they have together
 */
record CombinationLimit(int maxCombinations, List<DayCells> parts, int known) {

    /** What there may be any number of, and what a total is least often asked for by. */
    private static final Dimension[] FOLDED_FIRST = {Dimension.CAMPAIGN, Dimension.AUTOMATION_FLOW, Dimension.KEY};

    private static final Attribution ALL_OTHER = folded(Attribution.NONE, Dimension.values());

    Attribution countedAs(Attribution attribution) {
        if (known < maxCombinations || isKnown(attribution)) {
            return attribution;
        }
        Attribution folded = folded(attribution, FOLDED_FIRST);
        return known < 2 * maxCombinations || isKnown(folded) ? folded : ALL_OTHER;
    }

    private static Attribution folded(Attribution attribution, Dimension... dimensions) {
        Attribution folded = attribution;
        for (Dimension dimension : dimensions) {
            folded = folded.with(dimension, Attribution.OTHER);
        }
        return folded;
    }

    boolean isKnown(Attribution attribution) {
        for (DayCells part : parts) {
            if (part.find(attribution) >= 0) {
                return true;
            }
        }
        return false;
    }
}
