package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.api.Amount;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.ledger.Usage;

/** A sum in the making. Not thread-safe. */
final class UsageSum {

    private final long[] sums = new long[7];

    void add(long amountMilli, long events) {
        sums[0] = Math.addExact(sums[0], amountMilli);
        sums[1] += events;
    }

    void add(long[] values, int at) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.addExact(sums[i], values[at + i]);
        }
    }

    Usage toUsage() {
        return new Usage(new Amount(sums[0]), sums[1], new TokenBuckets(sums[2], sums[3], sums[4], sums[5], sums[6]));
    }
}
