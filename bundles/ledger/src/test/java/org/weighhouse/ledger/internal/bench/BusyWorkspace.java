package org.weighhouse.ledger.internal.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.ledger.internal.engine.LedgerEngine;

/** One workspace that sends evenly through sixty days, and is asked for thirty of them. */
final class BusyWorkspace {

    private static final Duration SPAN = Duration.ofDays(60);
    private static final Duration ASKED = Duration.ofDays(30);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final WorkspaceId id = new WorkspaceId("busy");
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(SPAN);
    private final Random random = new Random(42);
    private final int campaigns;
    private final int events;

    /** @param campaigns of each of three channels */
    BusyWorkspace(int campaigns, int events) {
        this.campaigns = campaigns;
        this.events = events;
    }

    int combinations() {
        return Load.CHANNELS.size() * campaigns;
    }

    void fill(BenchLedger ledger) {
        ledger.take(IntStream.iterate(0, made -> made < events, made -> made + Load.BATCH)
                .mapToObj(made -> new Batch(id, batch(made, Math.min(Load.BATCH, events - made)))));
        ledger.engine().checkpoint().join();
    }

    private List<Posting> batch(int first, int size) {
        List<Posting> batch = new ArrayList<>(size);
        for (int i = first; i < first + size; i++) {
            String channel = Load.CHANNELS.get(random.nextInt(Load.CHANNELS.size()));
            batch.add(Posting.fact(
                    channel,
                    "event-" + i,
                    start.plusMillis(SPAN.toMillis() * i / events),
                    Unit.MESSAGE_CREDIT,
                    Amount.of(1),
                    Measures.of(1),
                    Load.attribution(channel, random.nextInt(campaigns))));
        }
        return batch;
    }

    /**
     * 95 of 100 breakdowns of thirty days by channel and campaign take no longer, in milliseconds.
     *
     * @param edges what the thirty days begin and end with
     * @throws IllegalStateException if a query counts other than what was sent
     */
    double p95(LedgerEngine ledger, Duration edges, int queries) {
        long[] nanos = new long[queries];
        for (int i = 0; i < queries; i++) {
            TimeRange range = anyThirtyDays(edges);
            long before = System.nanoTime();
            List<UsageRow> rows = ledger.queries()
                    .query(UsageQuery.total(id, Unit.MESSAGE_CREDIT, range, ZONE)
                            .by(Dimension.CHANNEL, Dimension.CAMPAIGN));
            nanos[i] = System.nanoTime() - before;
            insistOn(sentIn(range), rows);
        }
        return Results.p95InMillis(nanos);
    }

    private TimeRange anyThirtyDays(Duration edges) {
        long steps = SPAN.minus(ASKED).dividedBy(edges);
        Instant from = start.plus(edges.multipliedBy(random.nextLong(steps)));
        return new TimeRange(from, from.plus(ASKED));
    }

    private long sentIn(TimeRange range) {
        return sentBefore(range.to()) - sentBefore(range.from());
    }

    /** The event with number i is at i / events of the span, in whole milliseconds. */
    private long sentBefore(Instant time) {
        long millis = Duration.between(start, time).toMillis();
        return Math.ceilDiv(millis * events, SPAN.toMillis());
    }

    private static void insistOn(long sent, List<UsageRow> rows) {
        long counted = rows.stream()
                .mapToLong(row -> row.usage().amount().toBigDecimal().longValueExact())
                .sum();
        if (counted != sent) {
            throw new IllegalStateException("counted " + counted + " of " + sent);
        }
    }
}
