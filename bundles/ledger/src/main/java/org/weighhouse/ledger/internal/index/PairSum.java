package org.weighhouse.ledger.internal.index;

/** What a pair adds to a sum that is the same in whatever order the pairs are added. */
final class PairSum {

    private PairSum() {}

    /** Not linear, so that the same keys with their values exchanged give another sum. */
    static long of(long key, long value) {
        long mixed = (key ^ Long.rotateLeft(value, 32)) * 0x9E3779B97F4A7C15L;
        return (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    }
}
