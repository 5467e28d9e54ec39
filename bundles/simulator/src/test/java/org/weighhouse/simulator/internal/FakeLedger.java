package org.weighhouse.simulator.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reference;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.UnaskedMeter;
import org.weighhouse.api.kit.UnaskedUsage;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.simulator.internal.plan.DemoPlan;

/** Counts every id once and remembers in which order the events came. */
public final class FakeLedger implements UnaskedMeter, UnaskedUsage {

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
}
