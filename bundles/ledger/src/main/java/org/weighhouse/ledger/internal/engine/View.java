package org.weighhouse.ledger.internal.engine;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.ledger.internal.book.BalanceSheet;
import org.weighhouse.ledger.internal.book.Book;
import org.weighhouse.ledger.internal.book.BookDigest;
import org.weighhouse.ledger.internal.book.WorkspaceBook;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.rollup.Rollups;

/** The state that queries see: durable records only. Thread-safe; the writer waits for a query no longer than it runs. */
final class View {

    /** Records applied while queries wait. */
    private static final int STEP = 1_000;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Book book = new Book();
    private final Rollups rollups = new Rollups();

    void apply(List<? extends JournalRecord> records) {
        for (int from = 0; from < records.size(); from += STEP) {
            List<? extends JournalRecord> step = records.subList(from, Math.min(records.size(), from + STEP));
            lock.writeLock().lock();
            try {
                step.forEach(this::applyOne);
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    private void applyOne(JournalRecord record) {
        book.apply(record);
        if (record instanceof EntryWritten entry) {
            rollups.apply(entry);
        }
    }

    Balance balance(WorkspaceId workspace, Unit unit, long at, long now) {
        return reading(() -> {
            WorkspaceBook found = book.find(workspace).orElseGet(() -> new Book().workspace(workspace));
            TimeRange month = found.calendar().rangeOf(at);
            return BalanceSheet.of(found, unit, at, now, month, rollups.total(workspace, unit, month));
        });
    }

    List<UsageRow> query(UsageQuery query) {
        return reading(() -> rollups.query(query));
    }

    /** Everything in it as text, for comparing. */
    String describe() {
        return reading(() -> {
            StringBuilder text = new StringBuilder();
            BookDigest.describe(book, text);
            rollups.describe(text);
            return text.toString();
        });
    }

    private <T> T reading(Supplier<T> query) {
        lock.readLock().lock();
        try {
            return query.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
