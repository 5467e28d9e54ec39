package org.weighhouse.gateway.internal.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

/** Counts in memory: an id once, the same id with other content as a conflict. */
public final class FakeMeter implements Meter {

    private final Map<String, UsageEvent> counted = new HashMap<>();
    private final Map<UUID, UsageEvent> settled = new HashMap<>();
    private final List<Duration> holds = new ArrayList<>();
    private ReserveOutcome.Refused shortage;
    private boolean down;

    public synchronized List<UsageEvent> counted() {
        return List.copyOf(counted.values());
    }

    public synchronized Map<UUID, UsageEvent> settled() {
        return Map.copyOf(settled);
    }

    public synchronized List<Duration> holds() {
        return List.copyOf(holds);
    }

    public synchronized void refuseWith(ReserveOutcome.Refused refusal) {
        shortage = refusal;
    }

    public synchronized void fail() {
        down = true;
    }

    @Override
    public synchronized Decision reserve(UsageEvent estimate, Duration timeout) {
        if (shortage != null) {
            return new Decision.Refused(shortage);
        }
        holds.add(timeout);
        return new Decision.Allowed(new Hold(UUID.randomUUID()));
    }

    @Override
    public synchronized void settle(Hold hold, UsageEvent actual) {
        settled.put(hold.reservation(), actual);
    }

    @Override
    public void release(Hold hold) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized List<Receipt> record(List<UsageEvent> events) {
        if (down) {
            throw new LedgerUnavailableException("disk full");
        }
        return events.stream().map(this::recordOne).toList();
    }

    private Receipt recordOne(UsageEvent event) {
        if (!event.corrects().isEmpty() && !counted.containsKey(event.source() + ' ' + event.corrects())) {
            return new Receipt(Receipt.Status.UNKNOWN_ORIGINAL, 0);
        }
        UsageEvent before = counted.putIfAbsent(event.source() + ' ' + event.id(), event);
        if (before == null) {
            return new Receipt(Receipt.Status.RECORDED, counted.size());
        }
        boolean same = before.reading().equals(event.reading());
        return new Receipt(same ? Receipt.Status.DUPLICATE : Receipt.Status.CONFLICT, 1);
    }
}
