package org.weighhouse.ledger.internal.rollup;

import java.util.Arrays;

/** The quarters of one workspace and unit that have cells, in order of time. Not thread-safe. */
final class CellSeries {

    private int[] quarters = new int[4];
    private QuarterCells[] cells = new QuarterCells[4];
    private int size;

    QuarterCells at(int quarter) {
        if (size > 0 && quarters[size - 1] == quarter) {
            return cells[size - 1];
        }
        int found = Arrays.binarySearch(quarters, 0, size, quarter);
        return found >= 0 ? cells[found] : insert(-found - 1, quarter);
    }

    /** Index of the first quarter that is not before the given one; {@link #size} if there is none. */
    int indexFrom(int quarter) {
        int found = Arrays.binarySearch(quarters, 0, size, quarter);
        return found >= 0 ? found : -found - 1;
    }

    int size() {
        return size;
    }

    int quarterAt(int index) {
        return quarters[index];
    }

    QuarterCells cellsAt(int index) {
        return cells[index];
    }

    private QuarterCells insert(int at, int quarter) {
        if (size == quarters.length) {
            quarters = Arrays.copyOf(quarters, size + size / 2);
            cells = Arrays.copyOf(cells, size + size / 2);
        }
        System.arraycopy(quarters, at, quarters, at + 1, size - at);
        System.arraycopy(cells, at, cells, at + 1, size - at);
        quarters[at] = quarter;
        cells[at] = new QuarterCells();
        size++;
        return cells[at];
    }
}
