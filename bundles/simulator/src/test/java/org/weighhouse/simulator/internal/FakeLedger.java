package org.weighhouse.simulator.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;
import org.weighhouse.simulator.internal.plan.DemoPlan;

/** Counts every id once and remembers in which order the events came. */
public final class FakeLedger implements Meter, UsageQueries {

    private final Map<String, UsageEvent> events = new LinkedHashMap<>();
    private final List<Integer> batches = new ArrayList<>();
    private int callsBeforeOutage = Integer.MAX_VALUE;

    public synchronized void failAfter(int calls) {
        callsBeforeOutage = calls;
    }

    public synchronized List<UsageEvent> events() {
        return List.copyOf(events.values());
    }

    /** How many events each call brought. */
    public synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    public synchronized void forgetBatches() {
        batches.clear();
    }

    @Override
    public synchronized List<Receipt> record(WorkspaceId workspace, List<UsageEvent> batch) {
        if (callsBeforeOutage-- <= 0) {
            throw new LedgerUnavailableException("switched off by the test");
        }
        if (!workspace.equals(DemoPlan.WORKSPACE_ID)) {
            throw new IllegalArgumentException("unknown workspace " + workspace);
        }
        batches.add(batch.size());
        return batch.stream().map(this::record).toList();
    }

    private Receipt record(UsageEvent event) {
        UsageEvent earlier = events.putIfAbsent(event.source() + " " + event.id(), event);
        if (earlier == null) {
            return new Receipt(Receipt.Status.RECORDED, events.size());
        }
        return new Receipt(earlier.equals(event) ? Receipt.Status.DUPLICATE : Receipt.Status.CONFLICT, 1);
    }

    @Override
    public synchronized EntryPage explain(UsageQuery query, long from, int limit) {
        List<LedgerEntry> page = events.values().stream()
                .filter(event ->
                        event.reading().unit() == query.unit() && query.range().contains(event.time()))
                .skip(from)
                .limit(limit)
                .map(event -> entry(query, event))
                .toList();
        return new EntryPage(page, page.size() < limit ? EntryPage.END : from + limit);
    }

    private static LedgerEntry entry(UsageQuery query, UsageEvent event) {
        return new LedgerEntry(
                1,
                query.workspace(),
                event.source(),
                event.id(),
                event.time(),
                Instant.EPOCH,
                query.unit(),
                Amount.of(1),
                event.reading().measures(),
                event.attribution(),
                Reference.NONE,
                "");
    }

    @Override
    public Decision reserve(WorkspaceId workspace, Occurrence expected, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SettleOutcome settle(Hold hold, Occurrence actual) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SettleOutcome release(Hold hold) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Receipt observe(WorkspaceId workspace, String observer, String id, Occurrence seen) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AmendOutcome amend(WorkspaceId workspace, String channel, Reference reference, Amendment amendment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TopUsage top(UsageQuery query, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TimeRange> slices(TimeRange range, Window window, ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LedgerEntry> find(WorkspaceId workspace, String channel, Reference reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Dossier dossier(WorkspaceId workspace, String channel, Reference reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        throw new UnsupportedOperationException();
    }
}
