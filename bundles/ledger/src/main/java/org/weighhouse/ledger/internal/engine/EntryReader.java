package org.weighhouse.ledger.internal.engine;

import java.time.Instant;
import java.util.function.Consumer;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.ledger.internal.codec.RecordDecoder;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Micros;

/** Reads entries back from the journal, a row at a time. */
final class EntryReader {

    private final JournalStore store;
    private final JournalChain chain;

    EntryReader(JournalStore store, JournalChain chain) {
        this.store = store;
        this.chain = chain;
    }

    /** One durable entry. Only the writer calls it: no other thread knows how far the journal goes. */
    EntryWritten durable(long sequence) {
        JournalRow row = store.rowOfEntry(sequence, chain.lastSeq());
        for (JournalRecord record : Replay.recordsOf(row)) {
            if (record instanceof EntryWritten entry && entry.sequence() == sequence) {
                return entry;
            }
        }
        throw new JournalDamagedException("entry " + sequence + " is not in journal row " + row.seq());
    }

    /** Hands over the entries of a workspace, a unit and a range of time. Any thread. */
    void read(WorkspaceId workspace, Unit unit, TimeRange range, Consumer<LedgerEntry> each) {
        long from = Micros.of(range.from());
        long to = Micros.of(range.to());
        store.readEntries(Long.MAX_VALUE, from, to, row -> {
            Instant recorded = Micros.toInstant(row.recorded());
            RecordDecoder.decode(row.codecVersion(), row.body(), row.firstEntry(), record -> {
                if (record instanceof EntryWritten entry
                        && entry.unit() == unit
                        && entry.time() >= from
                        && entry.time() < to
                        && entry.workspace().equals(workspace)) {
                    each.accept(entry.toLedgerEntry(recorded));
                }
            });
        });
    }
}
