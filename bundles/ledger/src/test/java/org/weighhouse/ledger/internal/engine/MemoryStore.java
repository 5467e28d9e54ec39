package org.weighhouse.ledger.internal.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;

/** A journal in memory, for tests that restart a thousand times. */
final class MemoryStore implements JournalStore {

    private final List<JournalRow> rows = new CopyOnWriteArrayList<>();

    @Override
    public void append(JournalRow row) {
        rows.add(row);
    }

    @Override
    public void readAll(Consumer<JournalRow> each) {
        rows.forEach(each);
    }

    @Override
    public void readEntries(long through, long from, long to, Consumer<JournalRow> each) {
        rows.stream()
                .filter(row -> row.seq() <= through && row.mayHaveEntriesIn(from, to))
                .forEach(each);
    }

    @Override
    public JournalRow rowOfEntry(long entry, long through) {
        return rows.stream()
                .filter(row -> row.firstEntry() <= entry && entry < row.firstEntry() + row.entryCount())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        // Stays for the next start.
    }
}
