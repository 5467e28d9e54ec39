package org.weighhouse.ledger.internal.engine;

import java.util.function.Consumer;
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
    public void readAll(Consumer<JournalRow> each) {
        store.readAll(each);
    }

    @Override
    public void readEntries(long through, long from, long to, Consumer<JournalRow> each) {
        store.readEntries(through, from, to, each);
    }

    @Override
    public JournalRow rowOfEntry(long entry, long through) {
        return store.rowOfEntry(entry, through);
    }

    @Override
    public void close() {
        store.close();
    }
}
