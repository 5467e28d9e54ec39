package org.weighhouse.simulator.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

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
    public synchronized List<Receipt> record(List<UsageEvent> batch) {
        if (callsBeforeOutage-- <= 0) {
            throw new LedgerUnavailableException("switched off by the test");
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
    public synchronized void entries(WorkspaceId workspace, Unit unit, TimeRange range, Consumer<LedgerEntry> each) {
        events.values().stream()
                .filter(event -> event.reading().unit() == unit && range.contains(event.time()))
                .map(event -> new LedgerEntry(
                        1,
                        workspace,
                        event.source(),
                        event.id(),
                        event.time(),
                        Instant.EPOCH,
                        unit,
                        Amount.of(1),
                        event.attribution(),
                        TokenBuckets.NONE,
                        ""))
                .forEach(each);
    }

    @Override
    public Decision reserve(UsageEvent estimate, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SettleOutcome settle(Hold hold, UsageEvent actual) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SettleOutcome release(Hold hold) {
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
    public void explain(UsageQuery query, Consumer<LedgerEntry> each) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        throw new UnsupportedOperationException();
    }
}
