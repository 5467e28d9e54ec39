package org.weighhouse.ledger.internal.engine;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.weighhouse.ledger.internal.journal.JournalException;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;

/** A store whose next writes fail when it is told so. */
final class FaultyStore implements JournalStore {

    enum Fault {
        NONE,
        /** The row is not written. */
        WRITE,
        /** The row is written and durable, but the answer is lost. */
        COMMIT
    }

    private final JournalStore store;
    volatile Fault fault = Fault.NONE;

    FaultyStore(JournalStore store) {
        this.store = store;
    }

    @Override
    public void append(JournalRow row) {
        if (fault == Fault.WRITE) {
            throw new JournalException("disk full");
        }
        store.append(row);
        if (fault == Fault.COMMIT) {
            throw new JournalException("connection lost in commit");
        }
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
        store.readRows(first, last, each);
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
