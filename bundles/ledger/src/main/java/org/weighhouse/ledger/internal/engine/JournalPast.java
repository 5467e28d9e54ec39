package org.weighhouse.ledger.internal.engine;

import java.util.Optional;
import org.weighhouse.ledger.internal.codec.JournalPages;
import org.weighhouse.ledger.internal.journal.Location;
import org.weighhouse.ledger.internal.memory.Past;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.Placed;

/** Reads single records out of the journal. Thread-safe. */
record JournalPast(JournalPages pages) implements Past {

    @Override
    public EntryWritten entry(long location) {
        return pages.page(Location.row(location)).entry(Location.index(location));
    }

    @Override
    public Placed placed(long location) {
        return pages.page(Location.row(location)).placed(Location.index(location));
    }

    @Override
    public Optional<HoldSettled> settled(long row, HoldName hold) {
        Last last = new Last();
        pages.page(row).forEach(record -> {
            if (record instanceof HoldSettled settled && settled.name().equals(hold)) {
                last.settled = Optional.of(settled);
            }
        });
        return last.settled;
    }

    /** One row may say twice how a hold ended: it expired, and then was posted all the same. */
    private static final class Last {
        private Optional<HoldSettled> settled = Optional.empty();
    }
}
