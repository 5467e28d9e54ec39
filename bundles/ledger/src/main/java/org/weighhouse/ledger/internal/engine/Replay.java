package org.weighhouse.ledger.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.weighhouse.ledger.internal.codec.CodecException;
import org.weighhouse.ledger.internal.codec.RecordDecoder;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.record.JournalRecord;

/** The state that a journal amounts to. A snapshot would be a later place to begin from, and nothing else. */
record Replay(Head head, View view, JournalChain chain, EntryReader entries, long lastRecorded) {

    /**
     * Reads the whole journal.
     *
     * @throws JournalDamagedException if a row is not as it was written
     * @throws CodecException if a row was written by a release this one cannot read
     */
    static Replay of(JournalStore store) {
        Head head = new Head();
        View view = new View();
        JournalChain chain = new JournalChain();
        long[] lastRecorded = {0};
        store.readAll(row -> {
            chain.check(row);
            List<JournalRecord> records = recordsOf(row);
            records.forEach(head::replay);
            view.apply(records);
            lastRecorded[0] = row.recorded();
        });
        return new Replay(head, view, chain, new EntryReader(store, chain), lastRecorded[0]);
    }

    static List<JournalRecord> recordsOf(JournalRow row) {
        try {
            List<JournalRecord> records = new ArrayList<>();
            RecordDecoder.decode(row.codecVersion(), row.body(), row.firstEntry(), records::add);
            return records;
        } catch (CodecException e) {
            throw new CodecException("journal row " + row.seq() + ": " + e.getMessage());
        }
    }
}
