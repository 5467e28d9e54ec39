package org.weighhouse.adapter.camel.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reading;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

/** A meter that keeps everything in memory and has as many credits as a test gives it. */
public final class FakeMeter implements Meter {

    private final Map<UUID, UsageEvent> open = new LinkedHashMap<>();
    private final List<UsageEvent> estimates = new ArrayList<>();
    private final List<UsageEvent> settled = new ArrayList<>();
    private final Set<UUID> forgotten = new HashSet<>();
    private final List<UsageEvent> recorded = new ArrayList<>();
    private final CountDownLatch oneSettled = new CountDownLatch(1);
    private long credits = Long.MAX_VALUE;
    private int released;
    private boolean down;

    public synchronized void credits(long left) {
        credits = left;
    }

    public synchronized void down(boolean now) {
        down = now;
    }

    public synchronized List<UsageEvent> settled() {
        return List.copyOf(settled);
    }

    public synchronized List<UsageEvent> estimates() {
        return List.copyOf(estimates);
    }

    /** What was counted without a hold. */
    public synchronized List<UsageEvent> recorded() {
        return List.copyOf(recorded);
    }

    /** From now on the open holds are unknown. */
    public synchronized void forgetHolds() {
        open.values().forEach(estimate -> credits += size(estimate));
        forgotten.addAll(open.keySet());
        open.clear();
    }

    public synchronized int openHolds() {
        return open.size();
    }

    public synchronized int released() {
        return released;
    }

    public boolean awaitSettled() throws InterruptedException {
        return oneSettled.await(30, TimeUnit.SECONDS);
    }

    @Override
    public synchronized Decision reserve(UsageEvent estimate, Duration timeout) {
        checkUp();
        long size = size(estimate);
        if (size > credits) {
            return new Decision.Refused(new ReserveOutcome.Refused(
                    estimate.reading().unit(), Amount.of(size), Amount.of(credits), Instant.EPOCH));
        }
        credits -= size;
        UUID id = UUID.randomUUID();
        open.put(id, estimate);
        estimates.add(estimate);
        return new Decision.Allowed(new Hold(estimate.workspace(), id));
    }

    @Override
    public synchronized SettleOutcome settle(Hold hold, UsageEvent actual) {
        checkUp();
        if (forgotten.remove(hold.reservation())) {
            return SettleOutcome.UNKNOWN;
        }
        end(hold);
        credits -= size(actual);
        settled.add(actual);
        oneSettled.countDown();
        return SettleOutcome.SETTLED;
    }

    @Override
    public synchronized SettleOutcome release(Hold hold) {
        checkUp();
        if (forgotten.remove(hold.reservation())) {
            return SettleOutcome.UNKNOWN;
        }
        end(hold);
        released++;
        return SettleOutcome.SETTLED;
    }

    @Override
    public synchronized List<Receipt> record(List<UsageEvent> events) {
        checkUp();
        return events.stream().map(this::record).toList();
    }

    private Receipt record(UsageEvent event) {
        credits -= size(event);
        recorded.add(event);
        return new Receipt(Receipt.Status.RECORDED, recorded.size());
    }

    private void end(Hold hold) {
        UsageEvent estimate = open.remove(hold.reservation());
        if (estimate == null) {
            throw new IllegalStateException("no such hold, or ended before");
        }
        credits += size(estimate);
    }

    private void checkUp() {
        if (down) {
            throw new LedgerUnavailableException("the test took it down");
        }
    }

    private static long size(UsageEvent event) {
        return switch (event.reading()) {
            case Reading.Messages messages -> messages.quantity();
            case Reading.Tokens tokens -> tokens.buckets().total();
            case Reading.ActiveSubscriber ignored -> 0;
            case Reading.Engagement ignored -> 0;
        };
    }
}
