package org.weighhouse.ledger.internal.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;

/** Counts the rows that are read in a range. */
record CountingStore(JournalStore store, AtomicLong rowsRead) implements JournalStore {

    @Override
    public void append(JournalRow row) {
        store.append(row);
    }

    @Override
    public Optional<JournalRow> last() {
        return store.last();
    }

    @Override
    public JournalRow row(long seq) {
        return store.row(seq);
    }

    @Override
    public void readRows(long first, long last, Consumer<JournalRow> each) {
        store.readRows(first, last, row -> {
            rowsRead.incrementAndGet();
            each.accept(row);
        });
    }

    @Override
    public void readEntries(long from, long to, long first, Predicate<JournalRow> each) {
        store.readEntries(from, to, first, each);
    }

    @Override
    public void close() {
        store.close();
    }
}
