package org.weighhouse.api.ledger;

import java.util.List;

/**
 * Some of the entries that were asked for, in the order they were written.
 *
 * @param next where the entries after these begin: for the next call, and for nothing else; {@link #END} if there are no
 *     more
 */
public record EntryPage(List<LedgerEntry> entries, long next) {

    /** Where the first page begins. */
    public static final long START = 0;

    /** Behind the last entry. */
    public static final long END = -1;

    public EntryPage {
        entries = List.copyOf(entries);
    }

    public boolean isLast() {
        return next == END;
    }
}
