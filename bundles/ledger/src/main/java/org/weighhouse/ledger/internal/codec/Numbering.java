package org.weighhouse.ledger.internal.codec;

import java.util.Arrays;

/**
 * Numbers values from 0 on, in the order in which they first come. A hash table without an object a value: it is asked
 * several times for each record. Not thread-safe.
 */
abstract class Numbering<T> {

    private static final int FREE = -1;

    private Object[] values = new Object[32];
    private int[] slots = emptySlots(128);
    private int size;

    abstract int hash(T value);

    abstract boolean isSame(T one, T other);

    final int numberOf(T value) {
        int at = start(value, slots.length);
        while (slots[at] != FREE) {
            int number = slots[at];
            if (isSame(value(number), value)) {
                return number;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = size;
        return add(value);
    }

    final int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only values of this type are put in
    final T value(int number) {
        return (T) values[number];
    }

    private int add(T value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            slots = emptySlots(4 * values.length);
            for (int number = 0; number < size; number++) {
                place(number, value(number));
            }
            place(size, value);
        }
        values[size] = value;
        return size++;
    }

    private void place(int number, T value) {
        int at = start(value, slots.length);
        while (slots[at] != FREE) {
            at = at + 1 & slots.length - 1;
        }
        slots[at] = number;
    }

    /** The number of slots is a power of two; multiplying spreads texts that differ in their last character only. */
    private int start(T value, int length) {
        return hash(value) * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(length - 1);
    }

    private static int[] emptySlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
