package org.weighhouse.ledger.internal.engine;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.ledger.internal.codec.JournalPage;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Micros;

/** Reads the entries of a range of time back from the journal, a row at a time. Thread-safe. */
final class EntryReader {

    private final JournalStore store;

    EntryReader(JournalStore store) {
        this.store = store;
    }

    /** Hands over the entries of a workspace, a unit and a range of time that are wanted. */
    void read(
            WorkspaceId workspace,
            Unit unit,
            TimeRange range,
            Predicate<EntryWritten> wanted,
            Consumer<LedgerEntry> each) {
        long from = Micros.of(range.from());
        long to = Micros.of(range.to());
        store.readEntries(from, to, row -> {
            JournalPage page = JournalPage.open(row);
            if (!page.mentions(workspace)) {
                return;
            }
            Instant recorded = Micros.toInstant(row.recorded());
            page.forEach(record -> {
                if (record instanceof EntryWritten entry
                        && entry.unit() == unit
                        && entry.time() >= from
                        && entry.time() < to
                        && entry.workspace().equals(workspace)
                        && wanted.test(entry)) {
                    each.accept(entry.toLedgerEntry(recorded));
                }
            });
        });
    }
}
