package org.weighhouse.ledger.internal.index;

/**
 * A hash table of pairs in one array: 16 bytes a slot, at most three quarters of them used. A key may have several
 * values. Grows, never shrinks. Not thread-safe while pairs are added; once it is frozen, any thread may read it.
 */
final class PairTable {

    private static final int WIDTH = 2;

    private long[] slots;
    private int size;

    /** A table that takes so many pairs before it must grow. */
    PairTable(int pairs) {
        long needed = Math.max(16, (pairs * 4L + 2) / 3);
        this.slots = new long[Math.toIntExact(Long.highestOneBit(needed - 1) * 2 * WIDTH)];
    }

    int size() {
        return size;
    }

    /**
     * Adds a pair.
     *
     * @param value not zero: zero marks a free slot
     */
    void add(long key, long value) {
        if (value == 0) {
            throw new IllegalArgumentException("the value must not be zero");
        }
        if ((size + 1L) * WIDTH * 4 > slots.length * 3L) {
            grow();
        }
        insert(slots, key, value);
        size++;
    }

    void collect(long key, Candidates into) {
        for (int at = start(key, slots); slots[at + 1] != 0; at = next(at, slots)) {
            if (slots[at] == key) {
                into.add(slots[at + 1]);
            }
        }
    }

    /** A sorted copy: takes twice 16 bytes a pair while it is made, then once. */
    SortedPairs sorted() {
        long[] pairs = new long[size * WIDTH];
        int used = 0;
        for (int at = 0; at < slots.length; at += WIDTH) {
            if (slots[at + 1] != 0) {
                pairs[used++] = slots[at];
                pairs[used++] = slots[at + 1];
            }
        }
        return PairArray.sorted(pairs);
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(slots.length, 2)];
        for (int at = 0; at < slots.length; at += WIDTH) {
            if (slots[at + 1] != 0) {
                insert(larger, slots[at], slots[at + 1]);
            }
        }
        slots = larger;
    }

    private static void insert(long[] into, long key, long value) {
        int at = start(key, into);
        while (into[at + 1] != 0) {
            at = next(at, into);
        }
        into[at] = key;
        into[at + 1] = value;
    }

    /** Keys are well mixed, so their lowest bits will do; the number of slots is a power of two. */
    private static int start(long key, long[] slots) {
        return (int) key * WIDTH & slots.length - 1;
    }

    private static int next(int at, long[] slots) {
        return at + WIDTH & slots.length - 1;
    }
}
