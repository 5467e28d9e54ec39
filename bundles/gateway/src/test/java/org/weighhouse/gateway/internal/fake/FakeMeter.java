package org.weighhouse.gateway.internal.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.UnaskedMeter;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;

/** Counts in memory: an id once, the same id with other content as a conflict. */
public final class FakeMeter implements UnaskedMeter {

    private final Map<String, UsageEvent> counted = new HashMap<>();
    private final Map<UUID, Occurrence> settled = new HashMap<>();
    private final List<Duration> holds = new ArrayList<>();
    private final Map<Hold, SettleOutcome> outcomes = new HashMap<>();
    private Decision refusal;
    private boolean down;

    public synchronized List<UsageEvent> counted() {
        return List.copyOf(counted.values());
    }

    public synchronized Map<UUID, Occurrence> settled() {
        return Map.copyOf(settled);
    }

    public synchronized List<Duration> holds() {
        return List.copyOf(holds);
    }

    public synchronized void refuseWith(Decision decision) {
        refusal = decision;
    }

    /** What becomes of a hold that is settled or voided next. */
    public synchronized void hold(Hold hold, SettleOutcome outcome) {
        outcomes.put(hold, outcome);
    }

    public synchronized void fail() {
        down = true;
    }

    @Override
    public synchronized Decision reserve(WorkspaceId workspace, Occurrence expected, Duration timeout) {
        if (refusal != null) {
            return refusal;
        }
        holds.add(timeout);
        Hold hold = new Hold(workspace, UUID.randomUUID());
        outcomes.put(hold, SettleOutcome.SETTLED);
        return new Decision.Allowed(hold);
    }

    @Override
    public synchronized SettleOutcome settle(Hold hold, Occurrence actual) {
        SettleOutcome outcome = outcomes.getOrDefault(hold, SettleOutcome.UNKNOWN);
        if (outcome == SettleOutcome.SETTLED || outcome == SettleOutcome.EXPIRED) {
            settled.put(hold.reservation(), actual);
            outcomes.put(hold, SettleOutcome.ALREADY_POSTED);
        }
        return outcome;
    }

    @Override
    public synchronized SettleOutcome voidHold(Hold hold) {
        SettleOutcome outcome = outcomes.getOrDefault(hold, SettleOutcome.UNKNOWN);
        if (outcome == SettleOutcome.SETTLED) {
            outcomes.put(hold, SettleOutcome.ALREADY_VOIDED);
        }
        return outcome;
    }

    @Override
    public synchronized List<Receipt> record(WorkspaceId workspace, List<UsageEvent> events) {
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
        return new Receipt(compare(before, event), 1);
    }

    private static Receipt.Status compare(UsageEvent before, UsageEvent event) {
        if (before.equals(event)) {
            return Receipt.Status.DUPLICATE;
        }
        boolean sameButForTime =
                before.reading().equals(event.reading()) && before.attribution().equals(event.attribution());
        return sameButForTime ? Receipt.Status.DUPLICATE_OTHER_TIME : Receipt.Status.CONFLICT;
    }
}
