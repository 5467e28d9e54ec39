package org.weighhouse.ledger.internal.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What does a query cost that does not begin and end with a quarter of an hour? Thirty days of one workspace by channel
 * and campaign, with few combinations of dimensions and with as many as are told apart. Arguments: the file to write,
 * events a ledger (default 5,000,000), rounds (default 5, after one that warms up), queries a turn (default 200).
 */
public final class QueryBench {

    private static final String QUARTERS = "quarters of an hour";
    private static final String MILLISECONDS = "milliseconds";
    private static final List<Integer> CAMPAIGNS = List.of(5, 333);

    private QueryBench() {}

    public static void main(String[] arguments) throws Exception {
        int events = (int) GrowthBench.number(arguments, 1, 5_000_000);
        int rounds = (int) GrowthBench.number(arguments, 2, 5);
        int queries = (int) GrowthBench.number(arguments, 3, 200);
        Results results = new Results();
        try (BenchFolder folder = BenchFolder.create()) {
            for (int campaigns : CAMPAIGNS) {
                measure(folder, campaigns, events, rounds, queries, results);
            }
        }
        results.report(Path.of(arguments[0]));
    }

    private static void measure(BenchFolder folder, int campaigns, int events, int rounds, int queries, Results results)
            throws Exception {
        BusyWorkspace workspace = new BusyWorkspace(campaigns, events);
        Place place = Place.inDerby(folder.path(), "campaigns-" + campaigns);
        String metric = workspace.combinations() + " combinations, p95";
        try (BenchLedger ledger = BenchLedger.open(place, Clock.systemUTC())) {
            workspace.fill(ledger);
            for (int round = 0; round <= rounds; round++) {
                double quarters = workspace.p95(ledger.engine(), Duration.ofMinutes(15), queries);
                double milliseconds = workspace.p95(ledger.engine(), Duration.ofMillis(1), queries);
                if (round > 0) {
                    results.add(QUARTERS, metric, "ms", quarters);
                    results.add(MILLISECONDS, metric, "ms", milliseconds);
                }
            }
        }
        results.compare(metric, QUARTERS);
        long stored = place.size().inBytes() + Place.bytesIn(place.ledgerFolder());
        results.add("stored", workspace.combinations() + " combinations, stored", "B/event", (double) stored / events);
    }
}
