package org.weighhouse.dashboard.internal.data;

import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.ledger.Usage;

/** Use of a span by one dimension: the chart's bars and the table's rows, which add up to the same total. */
public record Breakdown(Question question, Slices slices, List<Share> shares, Usage used) {
    public Breakdown {
        shares = List.copyOf(shares);
    }

    /** What was charged in all; what the shares are parts of. */
    public Amount total() {
        return used.amount();
    }

    /** What was charged and how many there were. */
    public Counted counted() {
        return Counted.of(question.unit(), used);
    }

    /** Whether some days had more values than the ledger tells apart. */
    public boolean hasOther() {
        return shares.stream().anyMatch(share -> share.key().equals(Attribution.OTHER));
    }

    public boolean isEmpty() {
        return shares.isEmpty();
    }
}
