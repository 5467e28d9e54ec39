package org.weighhouse.simulator.internal.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.meter.Meter;
import org.weighhouse.simulator.internal.plan.DemoPlan;

/**
 * Takes the history to the meter, oldest first and one durable batch after the other. So what the ledger holds of it is
 * always its beginning, and a later run adds the missing end.
 */
public final class HistoryLoader {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryLoader.class);
    private static final Duration RECENT = Duration.ofDays(3);
    private static final int BATCHES_BETWEEN_LOGS = 10;

    /**
     * @param recorded events counted now
     * @param known events that were there already
     * @param differing events that were there already with other content, from another version of this history
     */
    public record Result(long recorded, long known, long differing, Duration took) {}

    private final Meter meter;
    private final UsageQueries queries;
    private final Clock clock;
    private final int batchSize;

    /** @param batchSize events in one call of the meter, at least 1 */
    public HistoryLoader(Meter meter, UsageQueries queries, Clock clock, int batchSize) {
        this.meter = meter;
        this.queries = queries;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /**
     * Blocks until the history is durable up to now.
     *
     * @param accounts what the accounts are that it went over
     * @throws InterruptedException if the thread is interrupted; what was recorded until then stays
     */
    public Result load(HistoryAccounts accounts) throws InterruptedException {
        long began = System.nanoTime();
        Instant now = clock.instant();
        Instant from = resumeAt(now);
        LOG.info("Demo history: filling in {} to {}", from, now);
        Tally tally = new Tally();
        Iterator<UsageEvent> events = History.events(from, now).iterator();
        List<UsageEvent> batch = new ArrayList<>(batchSize);
        while (events.hasNext()) {
            batch.add(accounts.attribute(events.next()));
            if (batch.size() == batchSize || !events.hasNext()) {
                record(batch, tally);
                batch.clear();
            }
        }
        Result result = tally.result(Duration.ofNanos(System.nanoTime() - began));
        report(result);
        return result;
    }

    private void record(List<UsageEvent> batch, Tally tally) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        tally.add(meter.record(DemoPlan.WORKSPACE_ID, List.copyOf(batch)));
        if (++tally.batches % BATCHES_BETWEEN_LOGS == 0) {
            LOG.info(
                    "Demo history: {} events, up to {}",
                    tally.recorded,
                    batch.getLast().time());
        }
    }

    private static void report(Result result) {
        LOG.info(
                "Demo history: {} events recorded, {} there before, in {} ms",
                result.recorded(),
                result.known(),
                result.took().toMillis());
        if (result.differing() > 0) {
            LOG.warn("Demo history: {} events were there before with other content; kept", result.differing());
        }
    }

    /** The time of the last event that is there; the events of that very instant are recorded again, for nothing. */
    private Instant resumeAt(Instant now) {
        Instant recent = lastBetween(now.minus(RECENT), now);
        if (recent.isAfter(Instant.EPOCH)) {
            return recent;
        }
        Instant start = History.start(now);
        Instant older = lastBetween(start, now);
        return older.isAfter(start) ? older : start;
    }

    private Instant lastBetween(Instant from, Instant to) {
        UsageQuery messages =
                UsageQuery.total(DemoPlan.WORKSPACE_ID, Unit.MESSAGE_CREDIT, new TimeRange(from, to), DemoPlan.ZONE);
        Instant last = Instant.EPOCH;
        long next = EntryPage.START;
        while (next != EntryPage.END) {
            EntryPage page = queries.explain(messages, next, UsageQueries.MAX_ENTRIES);
            last = page.entries().stream()
                    .filter(entry -> entry.source().equals(History.SOURCE))
                    .map(LedgerEntry::time)
                    .reduce(last, (one, other) -> other.isAfter(one) ? other : one);
            next = page.next();
        }
        return last;
    }

    private static final class Tally {
        private long recorded;
        private long known;
        private long differing;
        private int batches;

        private void add(List<Receipt> receipts) {
            for (Receipt receipt : receipts) {
                switch (receipt.status()) {
                    case RECORDED -> recorded++;
                    case DUPLICATE -> known++;
                    case CONFLICT -> differing++;
                    case UNKNOWN_ORIGINAL -> throw new IllegalStateException("an ordinary event corrects nothing");
                }
            }
        }

        private Result result(Duration took) {
            return new Result(recorded, known, differing, took);
        }
    }
}
