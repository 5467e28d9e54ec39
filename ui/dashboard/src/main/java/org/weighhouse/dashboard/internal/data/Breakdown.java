package org.weighhouse.dashboard.internal.data;

import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;

/** Use of a span by one dimension: the chart's bars and the table's rows, which add up to the same total. */
public record Breakdown(Question question, Slices slices, List<Share> shares, Amount total, long events) {
    public Breakdown {
        shares = List.copyOf(shares);
    }

    /** Whether some days had more values than the ledger tells apart. */
    public boolean hasOther() {
        return shares.stream().anyMatch(share -> share.key().equals(Attribution.OTHER));
    }

    public boolean isEmpty() {
        return shares.isEmpty();
    }
}
