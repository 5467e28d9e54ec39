package org.weighhouse.dashboard.internal.data;

import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.ledger.Usage;

/**
 * One value's part of a breakdown, such as a channel's.
 *
 * @param key the value in the ledger; empty for "not said"
 * @param color CSS hex colour
 * @param usage what was charged and how many there were
 * @param perSlice what was charged in each slice of the chart
 */
public record Share(String key, String label, String color, Usage usage, List<Amount> perSlice) {

    public Share {
        perSlice = List.copyOf(perSlice);
    }

    /** What was charged; the size of the share. */
    public Amount amount() {
        return usage.amount();
    }
}
