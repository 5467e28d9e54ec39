package org.weighhouse.dashboard.internal.data;

import java.util.List;
import org.weighhouse.api.Amount;

/**
 * One value's part of a breakdown, such as a channel's.
 *
 * @param key the value in the ledger; empty for "not said"
 * @param color CSS hex colour
 * @param perSlice its use in each slice of the chart
 */
public record Share(String key, String label, String color, Amount amount, long events, List<Amount> perSlice) {
    public Share {
        perSlice = List.copyOf(perSlice);
    }
}
