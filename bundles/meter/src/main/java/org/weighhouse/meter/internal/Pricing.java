package org.weighhouse.meter.internal;

import org.weighhouse.api.Amount;
import org.weighhouse.api.WorkspaceId;

/** Both sides of a price: what the workspace is charged, and what the provider charges. */
record Pricing(Rater rater, CostRater costRater) {

    /**
     * @param amount in the reading's unit
     * @param cost in {@link org.weighhouse.api.Unit#COST}; zero if it has no price
     */
    record Rated(Amount amount, Amount cost) {}

    /** @throws IllegalArgumentException if it costs more than can be counted */
    Rated rate(WorkspaceId workspace, Item item) {
        try {
            return new Rated(
                    rater.rate(workspace, item.time(), item.attribution(), item.reading()),
                    costRater.cost(workspace, item.time(), item.attribution(), item.reading()));
        } catch (ArithmeticException e) {
            throw item.refused("costs more than can be counted", e);
        }
    }

    boolean hasPrices(WorkspaceId workspace, Item item) {
        return costRater.hasPrices(workspace, item.time());
    }
}
