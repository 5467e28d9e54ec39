package org.weighhouse.ledger.internal.memory;

/**
 * A hash table from 128 to 128 bits in one array: 32 bytes a slot, at most three quarters of them used. Keys are
 * expected to be well mixed. Grows, never shrinks. Not thread-safe.
 */
final class LongTable {

    private static final int WIDTH = 4;

    private long[] slots = new long[WIDTH * 1_024];
    private int size;

    /** Index of a key's slot, or a negative number if it is not there. */
    int find(long high, long low) {
        int at = start(high, low, slots.length);
        while (slots[at + 2] != 0) {
            if (slots[at] == high && slots[at + 1] == low) {
                return at;
            }
            at = at + WIDTH == slots.length ? 0 : at + WIDTH;
        }
        return -1;
    }

    long first(int slot) {
        return slots[slot + 2];
    }

    long second(int slot) {
        return slots[slot + 3];
    }

    /**
     * Puts or replaces a key's values.
     *
     * @param first not zero: zero marks a free slot
     */
    void put(long high, long low, long first, long second) {
        if (first == 0) {
            throw new IllegalArgumentException("the first value must not be zero");
        }
        int known = find(high, low);
        if (known >= 0) {
            slots[known + 2] = first;
            slots[known + 3] = second;
            return;
        }
        if ((size + 1L) * WIDTH * 4 > slots.length * 3L) {
            grow();
        }
        insert(slots, high, low, first, second);
        size++;
    }

    int size() {
        return size;
    }

    /** The same for the same content, whatever order it was put in. */
    long sumOfAll() {
        long sum = 0;
        for (int at = 0; at < slots.length; at += WIDTH) {
            if (slots[at + 2] != 0) {
                sum += ((slots[at] * 31 + slots[at + 1]) * 31 + slots[at + 2]) * 31 + slots[at + 3];
            }
        }
        return sum;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(slots.length, 2)];
        for (int at = 0; at < slots.length; at += WIDTH) {
            if (slots[at + 2] != 0) {
                insert(larger, slots[at], slots[at + 1], slots[at + 2], slots[at + 3]);
            }
        }
        slots = larger;
    }

    private static void insert(long[] into, long high, long low, long first, long second) {
        int at = start(high, low, into.length);
        while (into[at + 2] != 0) {
            at = at + WIDTH == into.length ? 0 : at + WIDTH;
        }
        into[at] = high;
        into[at + 1] = low;
        into[at + 2] = first;
        into[at + 3] = second;
    }

    private static int start(long high, long low, int length) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        // The number of slots is a power of two.
        return ((int) (mixed >>> 24) & length / WIDTH - 1) * WIDTH;
    }
}
