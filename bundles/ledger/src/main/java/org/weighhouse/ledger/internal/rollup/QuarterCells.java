package org.weighhouse.ledger.internal.rollup;

import java.util.Arrays;
import org.weighhouse.api.TokenBuckets;

/** The cells of one quarter of an hour: sums for each combination of dimensions. Compact. Not thread-safe. */
final class QuarterCells {

    /** Values of a cell: amount and events, then, once a token was seen, the five buckets. */
    private static final int PLAIN = 2;

    private static final int WITH_TOKENS = 7;

    private int width = PLAIN;
    private int[] combinations = new int[1];
    private long[] values = new long[PLAIN];
    private int size;
    private long total;

    void add(int combination, long amountMilli, long events, TokenBuckets tokens) {
        if (width == PLAIN && !TokenBuckets.NONE.equals(tokens)) {
            widen();
        }
        int at = indexOf(combination) * width;
        total = Math.addExact(total, amountMilli);
        values[at] = Math.addExact(values[at], amountMilli);
        values[at + 1] += events;
        if (width == WITH_TOKENS) {
            values[at + 2] = Math.addExact(values[at + 2], tokens.input());
            values[at + 3] = Math.addExact(values[at + 3], tokens.output());
            values[at + 4] = Math.addExact(values[at + 4], tokens.cacheRead());
            values[at + 5] = Math.addExact(values[at + 5], tokens.cacheWrite());
            values[at + 6] = Math.addExact(values[at + 6], tokens.reasoning());
        }
    }

    long total() {
        return total;
    }

    int size() {
        return size;
    }

    int combinationAt(int index) {
        return combinations[index];
    }

    void addTo(UsageSum sum, int index) {
        int at = index * width;
        if (width == PLAIN) {
            sum.add(values[at], values[at + 1]);
        } else {
            sum.add(values, at);
        }
    }

    private int indexOf(int combination) {
        int found = Arrays.binarySearch(combinations, 0, size, combination);
        if (found >= 0) {
            return found;
        }
        int at = -found - 1;
        if (size == combinations.length) {
            int larger = size + Math.max(1, size / 2);
            combinations = Arrays.copyOf(combinations, larger);
            values = Arrays.copyOf(values, larger * width);
        }
        System.arraycopy(combinations, at, combinations, at + 1, size - at);
        System.arraycopy(values, at * width, values, (at + 1) * width, (size - at) * width);
        combinations[at] = combination;
        Arrays.fill(values, at * width, (at + 1) * width, 0);
        size++;
        return at;
    }

    private void widen() {
        long[] wide = new long[combinations.length * WITH_TOKENS];
        for (int i = 0; i < size; i++) {
            System.arraycopy(values, i * PLAIN, wide, i * WITH_TOKENS, PLAIN);
        }
        width = WITH_TOKENS;
        values = wide;
    }
}
