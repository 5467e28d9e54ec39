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
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.ledger.internal.book.BalanceSheet;
import org.weighhouse.ledger.internal.book.Book;
import org.weighhouse.ledger.internal.book.BookDigest;
import org.weighhouse.ledger.internal.book.BookWriter;
import org.weighhouse.ledger.internal.book.WorkspaceBook;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.rollup.PendingQuery;
import org.weighhouse.ledger.internal.rollup.PendingTotal;
import org.weighhouse.ledger.internal.rollup.Rollups;

/**
 * The state that queries see: durable records only, and all of them, for a query waits until what was durable when it came
 * is shown. Thread-safe.
 */
final class View {

    /** Records applied while queries wait. */
    private static final int STEP = 1_000;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Book book;
    private final Rollups rollups;

    /** Of the last entry applied. Guarded by the lock. */
    private long lastSequence;

    private final Object progress = new Object();
    private volatile long durableRow;
    private volatile long shownRow;
    private volatile String failure = "";

    /**
     * A state as it was at the end of a row.
     *
     * @param row number of that row
     * @param lastSequence of the last entry up to it
     */
    View(Book book, Rollups rollups, long row, long lastSequence) {
        this.book = book;
        this.rollups = rollups;
        this.durableRow = row;
        this.shownRow = row;
        this.lastSequence = lastSequence;
    }

    /** A state set down: the book as bytes, and the zones that days are cut in; the cells stay in the roll-ups. */
    record Frozen(byte[] book, Map<WorkspaceId, ZoneId> zones) {}

    /** A row is durable: from now on queries wait until it is shown. */
    void durable(long row) {
        durableRow = row;
    }

    /** Nothing will be shown any more: whoever waits is told why. */
    void fail(String reason) {
        synchronized (progress) {
            failure = reason;
            progress.notifyAll();
        }
    }

    /**
     * Waits until a row is shown.
     *
     * @throws LedgerUnavailableException if it will never be
     */
    void await(long row) {
        if (shownRow >= row) {
            return;
        }
        synchronized (progress) {
            try {
                while (shownRow < row && failure.isEmpty()) {
                    progress.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LedgerUnavailableException("interrupted while waiting for the ledger", e);
            }
        }
        if (shownRow < row) {
            throw new LedgerUnavailableException(failure);
        }
    }

    /** Shows a row. */
    void apply(long row, List<? extends JournalRecord> records) {
        if (durableRow < row) {
            // While the state is brought back. Otherwise the writer has said it, and may say the next one now.
            durableRow = row;
        }
        apply(records);
        synchronized (progress) {
            shownRow = row;
            progress.notifyAll();
        }
    }

    private void apply(List<? extends JournalRecord> records) {
        for (int from = 0; from < records.size(); from += STEP) {
            List<? extends JournalRecord> step = records.subList(from, Math.min(records.size(), from + STEP));
            writing(() -> step.forEach(this::applyOne));
        }
    }

    private void applyOne(JournalRecord record) {
        book.apply(record);
        if (record instanceof EntryWritten entry) {
            rollups.apply(entry);
            lastSequence = entry.sequence();
        }
    }

    /**
     * A question that has seen all that is in memory at one moment.
     *
     * @param through sequence of the last entry that it has seen
     */
    record Begun<Q>(Q question, long through) {}

    Begun<PendingQuery> begin(UsageQuery query) {
        return reading(() -> new Begun<>(rollups.begin(query), lastSequence));
    }

    Begun<PendingQuery> beginTop(UsageQuery query) {
        return reading(() -> new Begun<>(rollups.beginTop(query), lastSequence));
    }

    /** A balance that still wants the sums of what was used in its month and, of that, before the instant. */
    record BegunBalance(BalanceSheet sheet, Begun<PendingTotal> used, Begun<PendingTotal> before) {}

    BegunBalance beginBalance(WorkspaceId workspace, Unit unit, long at, long now) {
        return reading(() -> {
            WorkspaceBook found = book.find(workspace).orElseGet(() -> new Book().workspace(workspace));
            BalanceSheet sheet = BalanceSheet.of(found, unit, at, now);
            TimeRange month = sheet.month();
            TimeRange before = new TimeRange(month.from(), Micros.toInstant(at));
            return new BegunBalance(
                    sheet,
                    new Begun<>(rollups.beginTotal(workspace, unit, month), lastSequence),
                    new Begun<>(rollups.beginTotal(workspace, unit, before), lastSequence));
        });
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

    /** What a workspace has of grants, holds and overage as text, for comparing. */
    String describe(WorkspaceId workspace) {
        return reading(() -> BookDigest.byWorkspace(book).getOrDefault(workspace.value(), ""));
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
        await(durableRow);
        lock.readLock().lock();
        try {
            return query.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
