package org.weighhouse.ledger.internal.index;

/**
 * The index's limits.
 *
 * @param tableLimit pairs in the active table at which its owner should freeze it; more are taken, at the price of a
 *     larger table. 1 to 100,000,000
 * @param mergeFactor so many runs of about equal size are merged into one. 2 to 64
 */
public record IndexSettings(int tableLimit, int mergeFactor) {

    /** A table of 34 MB: two of them, and the arrays to sort one, fit well into a small heap. */
    public static final int DEFAULT_TABLE_LIMIT = 1_500_000;

    /** A pair is written again once each time the index has become eight times as large. */
    public static final int DEFAULT_MERGE_FACTOR = 8;

    public IndexSettings {
        if (tableLimit < 1 || tableLimit > 100_000_000) {
            throw new IllegalArgumentException("tableLimit must be from 1 to 100,000,000: " + tableLimit);
        }
        if (mergeFactor < 2 || mergeFactor > 64) {
            throw new IllegalArgumentException("mergeFactor must be from 2 to 64: " + mergeFactor);
        }
    }

    public static IndexSettings defaults() {
        return new IndexSettings(DEFAULT_TABLE_LIMIT, DEFAULT_MERGE_FACTOR);
    }
}
