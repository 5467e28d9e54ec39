package org.weighhouse.ledger.internal.rollup;

import java.util.Arrays;
import org.weighhouse.api.TokenBuckets;

/** The cells of a day by quarter and combination. Compact. Not thread-safe. */
final class CellTable {

    /** Values of a cell: amount and events, then, once a token was seen, the five buckets. */
    static final int PLAIN = 2;

    static final int WITH_TOKENS = 7;

    /** Bits of a key that hold the combination; the quarter is above them. */
    static final int COMBINATION_BITS = 24;

    private final IntIndex keys = new IntIndex();
    private int width = PLAIN;
    private long[] values = new long[PLAIN];

    int size() {
        return keys.size();
    }

    int width() {
        return width;
    }

    int quarterAt(int index) {
        return keys.keyAt(index) >>> COMBINATION_BITS;
    }

    int combinationAt(int index) {
        return keys.keyAt(index) & (1 << COMBINATION_BITS) - 1;
    }

    void add(int quarter, int combination, long amountMilli, long events, TokenBuckets tokens) {
        if (TokenBuckets.NONE.equals(tokens)) {
            add(quarter, combination, new long[] {amountMilli, events}, 0, PLAIN);
        } else {
            long[] all = {
                amountMilli,
                events,
                tokens.input(),
                tokens.output(),
                tokens.cacheRead(),
                tokens.cacheWrite(),
                tokens.reasoning()
            };
            add(quarter, combination, all, 0, WITH_TOKENS);
        }
    }

    void add(int quarter, int combination, long[] from, int at, int count) {
        if (count > width) {
            widen();
        }
        int cell = keys.add(quarter << COMBINATION_BITS | combination) * width;
        if (cell == values.length) {
            values = Arrays.copyOf(values, values.length + Math.max(width, values.length / 2 / width * width));
        }
        for (int i = 0; i < count; i++) {
            values[cell + i] = Math.addExact(values[cell + i], from[at + i]);
        }
    }

    void visit(int index, CellVisitor visitor) {
        visitor.visit(quarterAt(index), combinationAt(index), values, index * width, width);
    }

    private void widen() {
        int cells = values.length / PLAIN;
        long[] wide = new long[cells * WITH_TOKENS];
        for (int i = 0; i < cells; i++) {
            System.arraycopy(values, i * PLAIN, wide, i * WITH_TOKENS, PLAIN);
        }
        width = WITH_TOKENS;
        values = wide;
    }
}
