package org.weighhouse.meter.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;

/** What the meter asks of a ledger's contents. */
class FakeQueries implements UsageQueries {

    final FakeBook book = new FakeBook();

    /** Runs once after the next look at a dossier: what somebody else does just then. */
    Optional<Runnable> meanwhile = Optional.empty();

    @Override
    public Dossier dossier(WorkspaceId workspace, String channel, Reference reference) {
        Dossier dossier;
        synchronized (this) {
            dossier = book.dossier(new FakeBook.Place(workspace, channel, reference));
        }
        Optional<Runnable> other = meanwhile;
        meanwhile = Optional.empty();
        other.ifPresent(Runnable::run);
        return dossier;
    }

    @Override
    public synchronized List<LedgerEntry> find(WorkspaceId workspace, String channel, Reference reference) {
        return book.named(new FakeBook.Place(workspace, channel, reference)).reversed().stream()
                .limit(MAX_ENTRIES)
                .toList();
    }

    @Override
    public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
        throw notAsked();
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        throw notAsked();
    }

    @Override
    public TopUsage top(UsageQuery query, int count) {
        throw notAsked();
    }

    @Override
    public List<TimeRange> slices(TimeRange range, Window window, ZoneId zone) {
        throw notAsked();
    }

    @Override
    public EntryPage explain(UsageQuery query, long from, int limit) {
        throw notAsked();
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        throw notAsked();
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("the meter does not ask this");
    }
}
