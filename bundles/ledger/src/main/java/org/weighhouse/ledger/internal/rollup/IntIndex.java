package org.weighhouse.ledger.internal.rollup;

import java.util.Arrays;

/** Numbers a set of ints in the order they are added. Small sets, and most are, take hardly more than their ints. Not thread-safe. */
final class IntIndex {

    /** Up to so many ints are found sooner by looking at each. */
    private static final int MAX_SCANNED = 12;

    private static final int[] NO_SLOTS = {};

    private int[] keys = new int[2];
    private int size;

    /** Open addressing, a power of two long; the number of a key plus one, or zero. */
    private int[] slots = NO_SLOTS;

    int size() {
        return size;
    }

    int keyAt(int number) {
        return keys[number];
    }

    /** The number of a key, or -1. */
    int find(int key) {
        if (size <= MAX_SCANNED) {
            return scan(key);
        }
        return slots[slotOf(key)] - 1;
    }

    /** The number of a key that is added if it is new. */
    int add(int key) {
        int found = find(key);
        if (found >= 0) {
            return found;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
        if (size > MAX_SCANNED) {
            enter();
        }
        return size - 1;
    }

    private int scan(int key) {
        for (int i = size - 1; i >= 0; i--) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    private void enter() {
        if (size * 2 <= slots.length) {
            slots[slotOf(keys[size - 1])] = size;
            return;
        }
        slots = new int[Integer.highestOneBit(size) * 4];
        for (int i = 0; i < size; i++) {
            slots[slotOf(keys[i])] = i + 1;
        }
    }

    /** The slot that a key is in or would be. */
    private int slotOf(int key) {
        int mask = slots.length - 1;
        int slot = spread(key) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int spread(int key) {
        int product = key * 0x9E3779B9;
        return product ^ product >>> 15;
    }
}
