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

    private static final Attribution ALL_OTHER = new Attribution(
            Attribution.OTHER,
            Attribution.OTHER,
            Attribution.OTHER,
            Attribution.OTHER,
            Attribution.OTHER,
            Attribution.OTHER,
            "");

    Attribution countedAs(Attribution attribution) {
        if (known < maxCombinations || isKnown(attribution)) {
            return attribution;
        }
        Attribution folded = attribution
                .with(Dimension.CAMPAIGN, Attribution.OTHER)
                .with(Dimension.AUTOMATION_FLOW, Attribution.OTHER);
        return known < 2 * maxCombinations || isKnown(folded) ? folded : ALL_OTHER;
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
