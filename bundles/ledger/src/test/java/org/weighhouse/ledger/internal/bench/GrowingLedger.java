package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

/** A ledger that is filled with a year of events, and then measured. */
final class GrowingLedger implements AutoCloseable {

    private static final int PROGRESS = 10_000_000;
    private static final int QUERIES = 200;

    /** One of so many workspaces has something in the last thirty days. */
    private static final int LEAST_SHARE = 100;

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final String name;
    private final Place place;
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final GrowthLoad load = new GrowthLoad(end);
    private BenchLedger ledger;

    GrowingLedger(String name, Place place) {
        this.name = name;
        this.place = place;
        this.ledger = BenchLedger.open(place, Clock.systemUTC());
    }

    String name() {
        return name;
    }

    long events() {
        return load.made();
    }

    void fill(long events) {
        long start = System.nanoTime();
        int batches = GrowthLoad.batches(events);
        ledger.take(IntStream.range(0, batches).mapToObj(i -> {
            Batch batch = load.batch((double) i / batches);
            if (load.made() % PROGRESS == 0) {
                System.out.printf(
                        "%s: %,d events after %d s%n", name, load.made(), (System.nanoTime() - start) / 1_000_000_000);
            }
            return batch;
        }));
        ledger.engine().checkpoint().join();
    }

    /** Takes in events of the year's last day, made before the clock starts; returns events a second. */
    double rate(long events) {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < GrowthLoad.batches(events); i++) {
            batches.add(load.batch(1));
        }
        long start = System.nanoTime();
        ledger.take(batches.stream());
        return events * 1e9 / (System.nanoTime() - start);
    }

    /** 95 of 100 breakdowns of thirty days by channel and campaign take no longer, in milliseconds. */
    double breakdownP95() {
        TimeRange days = new TimeRange(
                end.atZone(ZONE).toLocalDate().minusDays(30).atStartOfDay(ZONE).toInstant(),
                end.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant());
        long[] nanos = new long[QUERIES];
        int tried = 0;
        // A batch is of one workspace, so that of a small ledger not all have something; those are no measure.
        for (int i = 0; i < QUERIES; tried++) {
            WorkspaceId workspace = load.anyWorkspace();
            long start = System.nanoTime();
            List<UsageRow> rows = ledger.engine()
                    .queries()
                    .query(UsageQuery.total(workspace, Unit.MESSAGE_CREDIT, days, ZONE)
                            .by(Dimension.CHANNEL, Dimension.CAMPAIGN));
            long taken = System.nanoTime() - start;
            if (!rows.isEmpty()) {
                nanos[i++] = taken;
            } else if (tried > QUERIES * LEAST_SHARE) {
                throw new IllegalStateException("there is next to nothing in the last thirty days");
            }
        }
        return Results.p95InMillis(nanos);
    }

    /** Closes the ledger and opens it again; returns how long opening took, in seconds. */
    double restart() {
        ledger.close();
        long start = System.nanoTime();
        ledger = BenchLedger.open(place, Clock.systemUTC());
        return (System.nanoTime() - start) / 1e9;
    }

    /** @throws IllegalStateException if not exactly what was sent is counted */
    void insistOnCount() {
        TimeRange always =
                new TimeRange(end.minus(GrowthLoad.SPAN).minus(Duration.ofDays(60)), end.plus(Duration.ofDays(1)));
        long counted = 0;
        for (int i = 0; i < GrowthLoad.WORKSPACES; i++) {
            UsageQuery all = UsageQuery.total(new WorkspaceId("workspace-" + i), Unit.MESSAGE_CREDIT, always, ZONE);
            for (UsageRow row : ledger.engine().queries().query(all)) {
                counted += row.usage().amount().toBigDecimal().longValueExact();
            }
        }
        if (counted != load.made()) {
            throw new IllegalStateException(name + " counted " + counted + " of " + load.made());
        }
    }

    long storedInBytes() throws SQLException, IOException {
        return place.size().inBytes() + Place.bytesIn(place.ledgerFolder());
    }

    @Override
    public void close() {
        ledger.close();
    }
}
