package org.weighhouse.ledger.internal.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.weighhouse.ledger.internal.bench.LatencyRounds.EventTaker;

/**
 * Durable, idempotent ingest with roll-ups: our ledger on Derby and on PostgreSQL, against plain JDBC on Derby and against
 * two ways of doing it in PostgreSQL; in turns on the same disk, medians over the rounds. Every side must count what was
 * sent, or there is no result. Then single events: how many a second, and how long one takes at half of that and at a rate
 * that all can take. Arguments: the file to write, events a round (default 100,000), rounds (default 5, after one that
 * warms up).
 *
 * <p>The floors keep no history that can be checked (chain, checksums), compare no contents (the same id with another
 * content is dropped in silence), keep no balances, grants or limits, and of the measures the quantity alone.
 */
public final class LedgerBench {

    static final String LEDGER = "ledger";
    static final String LEDGER_ON_POSTGRESQL = "ledger-on-postgresql";

    private static final List<Integer> CONNECTIONS = List.of(1, 2, 4);

    /** Single events that are there at once, to see how many a side can take. */
    private static final int SATURATING = 30_000;

    /** Single events a second that everybody can take. */
    private static final int SLOW = 1_000;

    private static final int LATENCY_SECONDS = 4;

    /** Fewer events a round are a test of the benchmark, and take no time for latency. */
    private static final int FULL_SIZE = 50_000;

    private LedgerBench() {}

    public static void main(String[] arguments) throws Exception {
        Path result = Path.of(arguments[0]);
        int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        try (BenchFolder folder = BenchFolder.create();
                PostgresServer server = PostgresServer.start(folder.path().resolve("postgresql"));
                Sides sides = open(folder.path(), server)) {
            Results results = new Results();
            new IngestRounds(sides.all(), server, results).run(events, rounds);
            measureLatency(sides.all(), results, rounds, events >= FULL_SIZE);
            report(results, result);
        }
    }

    private static Sides open(Path folder, PostgresServer server) throws Exception {
        List<Side> sides = new ArrayList<>();
        sides.add(new LedgerSide(LEDGER, Place.inDerby(folder, "ledger")));
        sides.add(new LedgerSide(LEDGER_ON_POSTGRESQL, server.create("ledger_there")));
        sides.add(new RowSide(Place.inDerby(folder, "rows")));
        for (int connections : CONNECTIONS) {
            sides.add(new StatementPerBatchSide(server.create("batch_" + connections), connections));
        }
        sides.add(new StatementPerEventSide(server.create("event")));
        return new Sides(sides);
    }

    /** Only where a single event can be sent. */
    private static void measureLatency(List<Side> sides, Results results, int rounds, boolean fullSize)
            throws Exception {
        List<EventTaker> takers = sides.stream()
                .filter(EventTaker.class::isInstance)
                .map(EventTaker.class::cast)
                .toList();
        int seconds = fullSize ? LATENCY_SECONDS : 1;
        LatencyRounds latency = new LatencyRounds(takers, new Load(Instant.now()), rounds + 1, results);
        latency.saturate(fullSize ? SATURATING : SATURATING / 10, rounds);
        latency.atHalf(seconds, rounds);
        latency.at(SLOW, seconds, rounds);
    }

    private static void report(Results results, Path file) throws Exception {
        results.nameBest(
                IngestRounds.INGEST, name -> name.startsWith(StatementPerBatchSide.NAME), StatementPerBatchSide.NAME);
        for (String metric : IngestRounds.METRICS) {
            results.compare(metric, RowSide.NAME, StatementPerBatchSide.NAME, StatementPerEventSide.NAME);
        }
        results.compare(LatencyRounds.SATURATION, StatementPerEventSide.NAME);
        for (String percentile : LatencyRounds.PERCENTILES) {
            results.compare(LatencyRounds.AT_HALF + percentile, StatementPerEventSide.NAME);
            results.compare(LatencyRounds.at(SLOW) + percentile, StatementPerEventSide.NAME);
        }
        results.report(file);
    }

    /** The sides, closed together. */
    private record Sides(List<Side> all) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            for (Side side : all) {
                side.close();
            }
        }
    }
}
