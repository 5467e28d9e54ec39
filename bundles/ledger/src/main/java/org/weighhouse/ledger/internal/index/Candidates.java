package org.weighhouse.ledger.internal.index;

import java.util.Arrays;

/** Collects the values of one key. Most often there are none, and then nothing is allocated for them. */
final class Candidates {

    private static final long[] NONE = {};

    private long[] values = NONE;
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(4, size * 2));
        }
        values[size++] = value;
    }

    /** The largest first, each once. */
    long[] newestFirst() {
        if (size == 0) {
            return NONE;
        }
        Arrays.sort(values, 0, size);
        long[] newestFirst = new long[size];
        int distinct = 0;
        for (int i = size - 1; i >= 0; i--) {
            if (distinct == 0 || newestFirst[distinct - 1] != values[i]) {
                newestFirst[distinct++] = values[i];
            }
        }
        return distinct == size ? newestFirst : Arrays.copyOf(newestFirst, distinct);
    }
}
