package org.weighhouse.adapter.camel.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.UnaskedMeter;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;

/** A meter that keeps everything in memory and has as many credits as a test gives it. */
public final class FakeMeter implements UnaskedMeter {

    /** Something counted without a hold. */
    public record Observed(String observer, String id, Occurrence occurrence) {}

    /** Something said later of what was counted. */
    public record Amended(String channel, Reference reference, Amendment amendment) {}

    private final Map<UUID, Occurrence> open = new LinkedHashMap<>();
    private final List<Occurrence> estimates = new ArrayList<>();
    private final List<Occurrence> settled = new ArrayList<>();
    private final List<Observed> observed = new ArrayList<>();
    private final List<Amended> amended = new ArrayList<>();
    private final CountDownLatch oneSettled = new CountDownLatch(1);
    private long credits = Long.MAX_VALUE;
    private long largest = Long.MAX_VALUE;
    private int voided;
    private boolean tooManyHolds;

    private boolean down;
    private Optional<SettleOutcome> answer = Optional.empty();

    public synchronized void credits(long left) {
        credits = left;
    }

    /** From now on it refuses to hold or count more than this at once, as what is larger than can be counted. */
    public synchronized void largest(long size) {
        largest = size;
    }

    public synchronized void down(boolean now) {
        down = now;
    }

    public synchronized List<Occurrence> settled() {
        return List.copyOf(settled);
    }

    public synchronized List<Occurrence> estimates() {
        return List.copyOf(estimates);
    }

    public synchronized List<Observed> observed() {
        return List.copyOf(observed);
    }

    public synchronized List<Amended> amended() {
        return List.copyOf(amended);
    }

    /** From now on whoever settles a hold is told this, and nothing is counted. */
    public synchronized void answerSettlers(SettleOutcome outcome) {
        answer = Optional.of(outcome);
    }

    public synchronized int openHolds() {
        return open.size();
    }

    /** From now on too many holds are open. */
    public synchronized void takeNoMoreHolds() {
        tooManyHolds = true;
    }

    public synchronized int voided() {
        return voided;
    }

    public boolean awaitSettled() throws InterruptedException {
        return oneSettled.await(30, TimeUnit.SECONDS);
    }

    @Override
    public synchronized Decision reserve(WorkspaceId workspace, Occurrence expected, Duration timeout) {
        check(expected);
        if (tooManyHolds) {
            return new Decision.TooManyHolds();
        }
        long size = size(expected);
        if (size > credits) {
            return new Decision.Refused(new ReserveOutcome.Refused(
                    expected.reading().unit(), Amount.of(size), Amount.of(credits), Instant.EPOCH));
        }
        credits -= size;
        UUID id = UUID.randomUUID();
        open.put(id, expected);
        estimates.add(expected);
        return new Decision.Allowed(new Hold(workspace, id));
    }

    @Override
    public synchronized SettleOutcome settle(Hold hold, Occurrence actual) {
        check(actual);
        if (answer.isPresent()) {
            return answer.get();
        }
        end(hold);
        credits -= size(actual);
        settled.add(actual);
        oneSettled.countDown();
        return SettleOutcome.SETTLED;
    }

    @Override
    public synchronized SettleOutcome voidHold(Hold hold) {
        checkUp();
        end(hold);
        voided++;
        return SettleOutcome.SETTLED;
    }

    @Override
    public synchronized Receipt observe(WorkspaceId workspace, String observer, String id, Occurrence seen) {
        check(seen);
        credits -= size(seen);
        observed.add(new Observed(observer, id, seen));
        return new Receipt(Receipt.Status.RECORDED, observed.size());
    }

    @Override
    public synchronized AmendOutcome amend(
            WorkspaceId workspace, String channel, Reference reference, Amendment amendment) {
        checkUp();
        amended.add(new Amended(channel, reference, amendment));
        return AmendOutcome.APPLIED;
    }

    @Override
    public synchronized Attribution attribution(WorkspaceId workspace, String channel, Reference reference) {
        checkUp();
        return Stream.concat(settled.stream(), observed.stream().map(Observed::occurrence))
                .filter(seen -> seen.attribution().channel().equals(channel)
                        && seen.reference().equals(reference))
                .findFirst()
                .map(Occurrence::attribution)
                .orElse(Attribution.NONE);
    }

    private void end(Hold hold) {
        Occurrence estimate = open.remove(hold.reservation());
        if (estimate == null) {
            throw new IllegalStateException("no such hold, or ended before");
        }
        credits += size(estimate);
    }

    private void check(Occurrence occurrence) {
        checkUp();
        if (size(occurrence) > largest) {
            throw new IllegalArgumentException("larger than can be counted");
        }
    }

    private void checkUp() {
        if (down) {
            throw new LedgerUnavailableException("the test took it down");
        }
    }

    private static long size(Occurrence occurrence) {
        return switch (occurrence.reading()) {
            case Reading.Messages messages -> messages.quantity();
            case Reading.Tokens tokens -> tokens.buckets().total();
            case Reading.ActiveSubscriber ignored -> 0;
            case Reading.Engagement ignored -> 0;
        };
    }
}
