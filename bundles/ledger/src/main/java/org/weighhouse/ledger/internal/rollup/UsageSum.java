package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.api.Amount;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.ledger.Usage;

/** A sum in the making. Not thread-safe. */
final class UsageSum {

    private final long[] sums = new long[CellTable.WIDE];

    /** Adds the values of a cell, narrow or wide. */
    void add(long[] values, int at, int width) {
        for (int i = 0; i < width; i++) {
            sums[i] = Math.addExact(sums[i], values[at + i]);
        }
    }

    Usage toUsage() {
        TokenBuckets tokens = new TokenBuckets(sums[5], sums[6], sums[7], sums[8], sums[9], sums[10]);
        return new Usage(new Amount(sums[0]), sums[1], new Measures(sums[2], sums[3], sums[4], tokens));
    }
}
