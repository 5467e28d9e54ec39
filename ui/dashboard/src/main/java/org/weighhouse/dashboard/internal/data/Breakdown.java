package org.weighhouse.dashboard.internal.data;

import java.util.List;
import org.weighhouse.api.Amount;

/** Use of a span by one dimension: the chart's bars and the table's rows, which add up to the same total. */
public record Breakdown(Question question, Slices slices, List<Share> shares, Amount total, long events) {
    public Breakdown {
        shares = List.copyOf(shares);
    }

    public boolean isEmpty() {
        return shares.isEmpty();
    }
}
