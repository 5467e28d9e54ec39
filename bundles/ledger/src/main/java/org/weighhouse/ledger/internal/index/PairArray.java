package org.weighhouse.ledger.internal.index;

/** Pairs in memory: each a key and its value, one after the other. */
final class PairArray implements SortedPairs {

    private static final int DIGITS = 16;
    private static final int DIGIT_BITS = 8;
    private static final int DIGIT_VALUES = 1 << DIGIT_BITS;

    private final long[] pairs;

    private PairArray(long[] pairs) {
        this.pairs = pairs;
    }

    /**
     * Sorts pairs by radix, byte by byte from the value's lowest to the key's highest, so that it takes the same time
     * for whatever keys. Bytes that are the same in all pairs (most of a value's are) cost nothing.
     *
     * @param pairs is used up
     */
    static PairArray sorted(long[] pairs) {
        int[][] starts = starts(pairs);
        long[] from = pairs;
        long[] to = new long[pairs.length];
        for (int digit = 0; digit < DIGITS; digit++) {
            if (pairs.length > 0 && !isConstant(starts[digit], pairs.length / 2)) {
                distribute(from, to, digit, starts[digit]);
                long[] sorted = to;
                to = from;
                from = sorted;
            }
        }
        return new PairArray(from);
    }

    @Override
    public long count() {
        return pairs.length / 2;
    }

    @Override
    public long key(long index) {
        return pairs[(int) index * 2];
    }

    @Override
    public long value(long index) {
        return pairs[(int) index * 2 + 1];
    }

    /** For every digit and each of its values: how many pairs have a smaller one. */
    private static int[][] starts(long[] pairs) {
        int[][] starts = new int[DIGITS][DIGIT_VALUES + 1];
        for (int at = 0; at < pairs.length; at += 2) {
            for (int digit = 0; digit < DIGITS; digit++) {
                starts[digit][digit(pairs, at, digit) + 1]++;
            }
        }
        for (int[] ofDigit : starts) {
            for (int i = 0; i < DIGIT_VALUES; i++) {
                ofDigit[i + 1] += ofDigit[i];
            }
        }
        return starts;
    }

    private static boolean isConstant(int[] starts, int count) {
        for (int i = 0; i < DIGIT_VALUES; i++) {
            if (starts[i + 1] - starts[i] == count) {
                return true;
            }
        }
        return false;
    }

    private static void distribute(long[] from, long[] to, int digit, int[] next) {
        for (int at = 0; at < from.length; at += 2) {
            int target = next[digit(from, at, digit)]++ * 2;
            to[target] = from[at];
            to[target + 1] = from[at + 1];
        }
    }

    private static int digit(long[] pairs, int at, int digit) {
        // A signed number with its highest bit turned over has the order of an unsigned one.
        long word = digit < Long.BYTES ? pairs[at + 1] ^ Long.MIN_VALUE : pairs[at];
        return (int) (word >>> digit * DIGIT_BITS) & DIGIT_VALUES - 1;
    }
}
