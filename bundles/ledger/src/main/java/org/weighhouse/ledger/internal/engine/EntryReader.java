package org.weighhouse.ledger.internal.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.ledger.internal.codec.JournalPage;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.journal.Location;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.Placed;
import org.weighhouse.ledger.internal.rollup.Parts.Span;

/** Reads entries back from the journal, a row at a time. Thread-safe. */
final class EntryReader {

    private static final long FIRST_ROW = 1;

    private final JournalStore store;

    EntryReader(JournalStore store) {
        this.store = store;
    }

    /** Hands over the entries of a workspace, a unit and a span of time, up to a sequence. */
    void read(WorkspaceId workspace, Unit unit, Span span, long through, Consumer<EntryWritten> each) {
        store.readEntries(span.from(), span.to(), FIRST_ROW, row -> {
            JournalPage page = JournalPage.open(row);
            if (page.mentions(workspace)) {
                page.forEach(record -> {
                    if (record instanceof EntryWritten entry
                            && entry.sequence() <= through
                            && isOf(entry, workspace, unit, span)) {
                        each.accept(entry);
                    }
                });
            }
            return row.firstEntry() <= through;
        });
    }

    private static boolean isOf(EntryWritten entry, WorkspaceId workspace, Unit unit, Span span) {
        return entry.unit() == unit
                && entry.time() >= span.from()
                && entry.time() < span.to()
                && entry.workspace().equals(workspace);
    }

    /**
     * The next entries of a query's range that are wanted.
     *
     * @param from where they begin, as {@link EntryPage#next} says
     * @param limit most of them
     */
    EntryPage page(UsageQuery query, Predicate<EntryWritten> wanted, long from, int limit) {
        Span span = new Span(
                Micros.of(query.range().from()), Micros.of(query.range().to()));
        Predicate<EntryWritten> isIn =
                entry -> isOf(entry, query.workspace(), query.unit(), span) && wanted.test(entry);
        Page page = new Page(from, limit, isIn);
        store.readEntries(span.from(), span.to(), Math.max(FIRST_ROW, Location.row(from)), row -> {
            JournalPage opened = JournalPage.open(row);
            if (opened.mentions(query.workspace())) {
                page.take(opened);
            }
            return !page.isFull();
        });
        return page.toEntryPage();
    }

    /** A page in the making. */
    private static final class Page {

        private final long from;
        private final int limit;
        private final Predicate<EntryWritten> wanted;
        private final List<LedgerEntry> entries = new ArrayList<>();
        private long next = EntryPage.END;

        Page(long from, int limit, Predicate<EntryWritten> wanted) {
            this.from = from;
            this.limit = limit;
            this.wanted = wanted;
        }

        boolean isFull() {
            return next != EntryPage.END;
        }

        void take(JournalPage page) {
            Instant recorded = page.recorded();
            int[] place = {0};
            page.forEach(record -> take(record, page.seq(), place, recorded));
        }

        private void take(JournalRecord record, long row, int[] place, Instant recorded) {
            if (!(record instanceof Placed)) {
                return;
            }
            long location = Location.of(row, place[0]++);
            if (isFull() || location < from || !(record instanceof EntryWritten entry) || !wanted.test(entry)) {
                return;
            }
            if (entries.size() == limit) {
                next = location;
            } else {
                entries.add(entry.toLedgerEntry(recorded));
            }
        }

        EntryPage toEntryPage() {
            return new EntryPage(entries, next);
        }
    }
}
