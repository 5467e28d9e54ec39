package org.weighhouse.ledger.internal.book;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** A sum for each quarter of an hour that has one, in order of time; compact, for there are many. Not thread-safe. */
final class QuarterSeries {

    private int[] quarters = new int[4];
    private long[] sums = new long[4];
    private int size;

    void add(int quarter, long amount) {
        int at = indexOf(quarter);
        if (at < 0) {
            at = insert(-at - 1, quarter);
        }
        sums[at] = Math.addExact(sums[at], amount);
    }

    void addAll(QuarterSeries other) {
        for (int i = 0; i < other.size; i++) {
            add(other.quarters[i], other.sums[i]);
        }
    }

    /** Puts what lies before a quarter to an earlier one that {@code place} says; the order stays as it is. */
    void merge(int before, IntUnaryOperator place) {
        int end = lowerBound(before);
        int kept = 0;
        for (int at = 0; at < size; at++) {
            int wanted = at < end ? Math.min(quarters[at], place.applyAsInt(quarters[at])) : quarters[at];
            int quarter = kept > 0 ? Math.max(wanted, quarters[kept - 1]) : wanted;
            if (kept > 0 && quarters[kept - 1] == quarter) {
                sums[kept - 1] = Math.addExact(sums[kept - 1], sums[at]);
            } else if (sums[at] != 0) {
                quarters[kept] = quarter;
                sums[kept++] = sums[at];
            }
        }
        size = kept;
    }

    /** Sum over the quarters from the first, included, to the last, not included. */
    long sum(int from, int to) {
        long sum = 0;
        for (int at = lowerBound(from); at < size && quarters[at] < to; at++) {
            sum += sums[at];
        }
        return sum;
    }

    /** Takes up to {@code most} out of the quarters of a range, earliest first; returns what was taken. */
    long take(int from, int to, long most) {
        long left = most;
        for (int at = lowerBound(from); at < size && quarters[at] < to && left > 0; at++) {
            long part = Math.min(left, sums[at]);
            sums[at] -= part;
            left -= part;
        }
        return most - left;
    }

    int size() {
        return size;
    }

    int quarterAt(int index) {
        return quarters[index];
    }

    long sumAt(int index) {
        return sums[index];
    }

    private int lowerBound(int quarter) {
        int at = indexOf(quarter);
        return at < 0 ? -at - 1 : at;
    }

    private int indexOf(int quarter) {
        if (size > 0 && quarters[size - 1] == quarter) {
            return size - 1;
        }
        return Arrays.binarySearch(quarters, 0, size, quarter);
    }

    private int insert(int at, int quarter) {
        if (size == quarters.length) {
            quarters = Arrays.copyOf(quarters, size * 2);
            sums = Arrays.copyOf(sums, size * 2);
        }
        System.arraycopy(quarters, at, quarters, at + 1, size - at);
        System.arraycopy(sums, at, sums, at + 1, size - at);
        quarters[at] = quarter;
        sums[at] = 0;
        size++;
        return at;
    }
}
