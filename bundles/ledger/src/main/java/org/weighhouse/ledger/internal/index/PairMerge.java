package org.weighhouse.ledger.internal.index;

import java.util.List;

/** The pairs of several sources in the order of all: a heap of cursors, the smallest pair on top. */
final class PairMerge {

    private final Cursor[] heap;
    private int size;
    private long key;
    private long value;

    PairMerge(List<? extends SortedPairs> sources) {
        this.heap = sources.stream()
                .filter(source -> source.count() > 0)
                .map(Cursor::new)
                .toArray(Cursor[]::new);
        this.size = heap.length;
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    /** Goes to the next pair, if there is one. */
    boolean next() {
        if (size == 0) {
            return false;
        }
        Cursor smallest = heap[0];
        key = smallest.key;
        value = smallest.value;
        if (!smallest.advance()) {
            heap[0] = heap[--size];
        }
        sink(0);
        return true;
    }

    long key() {
        return key;
    }

    long value() {
        return value;
    }

    private void sink(int from) {
        Cursor sinking = heap[from];
        int at = from;
        int child = 2 * at + 1;
        while (child < size) {
            if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(sinking)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at + 1;
        }
        heap[at] = sinking;
    }

    private static final class Cursor {
        private final SortedPairs source;
        private long at = -1;
        private long key;
        private long value;

        Cursor(SortedPairs source) {
            this.source = source;
            advance();
        }

        boolean advance() {
            if (++at >= source.count()) {
                return false;
            }
            key = source.key(at);
            value = source.value(at);
            return true;
        }

        boolean isBefore(Cursor other) {
            return key == other.key ? value < other.value : Long.compareUnsigned(key, other.key) < 0;
        }
    }
}
