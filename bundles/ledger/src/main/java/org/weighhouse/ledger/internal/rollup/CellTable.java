package org.weighhouse.ledger.internal.rollup;

import java.util.Arrays;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;

/** The cells of a day by quarter and combination. Compact. Not thread-safe. */
final class CellTable {

    /** Values of a cell: amount, events and quantity. */
    static final int PLAIN = 3;

    /** The same, and once something else was measured tool calls, milliseconds and the six buckets. */
    static final int WIDE = 11;

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

    /** The values that an entry adds to its cell. */
    static long[] valuesOf(long amountMilli, long events, Measures measures) {
        TokenBuckets tokens = measures.tokens();
        if (measures.toolCalls() == 0 && measures.millis() == 0 && TokenBuckets.NONE.equals(tokens)) {
            return new long[] {amountMilli, events, measures.quantity()};
        }
        return new long[] {
            amountMilli,
            events,
            measures.quantity(),
            measures.toolCalls(),
            measures.millis(),
            tokens.input(),
            tokens.output(),
            tokens.cacheRead(),
            tokens.cacheWrite(),
            tokens.cacheWriteLong(),
            tokens.reasoning()
        };
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
        long[] wide = new long[cells * WIDE];
        for (int i = 0; i < cells; i++) {
            System.arraycopy(values, i * PLAIN, wide, i * WIDE, PLAIN);
        }
        width = WIDE;
        values = wide;
    }
}
