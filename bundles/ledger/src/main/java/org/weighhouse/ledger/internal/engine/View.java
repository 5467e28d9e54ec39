package org.weighhouse.ledger.internal.engine;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.ledger.internal.book.BalanceSheet;
import org.weighhouse.ledger.internal.book.Book;
import org.weighhouse.ledger.internal.book.BookDigest;
import org.weighhouse.ledger.internal.book.BookWriter;
import org.weighhouse.ledger.internal.book.WorkspaceBook;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.rollup.Rollups;

/** The state that queries see: durable records only. Thread-safe; the writer waits for a query no longer than it runs. */
final class View {

    /** Records applied while queries wait. */
    private static final int STEP = 1_000;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Book book;
    private final Rollups rollups;

    View(Book book, Rollups rollups) {
        this.book = book;
        this.rollups = rollups;
    }

    /** A state set down: the book as bytes, and the zones that days are cut in; the cells stay in the roll-ups. */
    record Frozen(byte[] book, Map<WorkspaceId, ZoneId> zones) {}

    void apply(List<? extends JournalRecord> records) {
        for (int from = 0; from < records.size(); from += STEP) {
            List<? extends JournalRecord> step = records.subList(from, Math.min(records.size(), from + STEP));
            writing(() -> step.forEach(this::applyOne));
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
        return reading(() -> rollups.begin(query)).rows();
    }

    TopUsage top(UsageQuery query, int count) {
        return reading(() -> rollups.beginTop(query)).top(count);
    }

    /** Under which attribution an entry is counted. */
    Attribution countedAs(EntryWritten entry) {
        return reading(() -> rollups.countedAs(entry.workspace(), entry.unit(), entry.time(), entry.attribution()));
    }

    /** Sets the state down as it is; what comes next does not change that. */
    Frozen freeze() {
        lock.writeLock().lock();
        try {
            rollups.freeze();
            Map<WorkspaceId, ZoneId> zones = new HashMap<>();
            book.workspaces().forEach(workspace -> zones.put(workspace.id(), workspace.zone()));
            return new Frozen(BookWriter.toBytes(book), zones);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What was frozen is stored; queries find it in its files from now on. */
    void install() {
        writing(rollups::install);
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

    private void writing(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
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
