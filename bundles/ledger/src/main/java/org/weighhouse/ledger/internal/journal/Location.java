package org.weighhouse.ledger.internal.journal;

/** Where an entry is: its journal row, and its place among the row's entries, in one long that grows with the journal. */
public final class Location {

    /** A row has no more entries than this. */
    public static final int MAX_ENTRIES_IN_ROW = 1 << 20;

    private static final int BITS = Integer.numberOfTrailingZeros(MAX_ENTRIES_IN_ROW);

    private Location() {}

    /** @throws IllegalArgumentException if no row has such an entry */
    public static long of(long row, int index) {
        if (index < 0 || index >= MAX_ENTRIES_IN_ROW) {
            throw new IllegalArgumentException("no row has an entry " + index);
        }
        return row << BITS | index;
    }

    public static long row(long location) {
        return location >>> BITS;
    }

    public static int index(long location) {
        return (int) (location & MAX_ENTRIES_IN_ROW - 1);
    }
}
