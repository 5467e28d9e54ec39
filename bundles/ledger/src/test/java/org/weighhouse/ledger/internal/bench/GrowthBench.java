package org.weighhouse.ledger.internal.bench;

import java.nio.file.Path;

/**
 * Does the ledger stay as fast as it grows? One ledger holds a million events of a year, another a hundred million; then
 * both are measured in turns in one process, whose heap is limited from outside. Arguments: the file to write, events
 * (default 100,000,000), events of the small one (default 1,000,000), rounds (default 5), events a turn (default
 * 500,000).
 */
public final class GrowthBench {

    private static final String SMALL = "small";
    private static final String LARGE = "large";

    private GrowthBench() {}

    public static void main(String[] arguments) throws Exception {
        long events = number(arguments, 1, 100_000_000);
        long few = number(arguments, 2, 1_000_000);
        int rounds = (int) number(arguments, 3, 5);
        long turn = number(arguments, 4, 500_000);
        Results results = new Results();
        try (BenchFolder folder = BenchFolder.create();
                GrowingLedger small = new GrowingLedger(SMALL, Place.inDerby(folder.path(), SMALL));
                GrowingLedger large = new GrowingLedger(LARGE, Place.inDerby(folder.path(), LARGE))) {
            small.fill(few);
            large.fill(events);
            small.insistOnCount();
            large.insistOnCount();
            describe(small, results);
            describe(large, results);
            for (int round = 0; round <= rounds; round++) {
                turn(small, turn, round, results);
                turn(large, turn, round, results);
            }
            small.insistOnCount();
            large.insistOnCount();
        }
        results.compare("ingest", SMALL);
        results.compare("30-day breakdown, p95", SMALL);
        results.report(Path.of(arguments[0]));
    }

    static long number(String[] arguments, int index, long otherwise) {
        return arguments.length > index ? Long.parseLong(arguments[index].replace("_", "")) : otherwise;
    }

    private static void describe(GrowingLedger ledger, Results results) throws Exception {
        results.add(ledger.name(), "events", "events", ledger.events());
        results.add(ledger.name(), "stored", "B/event", (double) ledger.storedInBytes() / ledger.events());
        results.add(ledger.name(), "restart to ready", "s", ledger.restart());
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        results.add("both", "heap in use", "MB", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        results.add("both", "heap limit", "MB", runtime.maxMemory() >> 20);
    }

    /** The first round warms up. */
    private static void turn(GrowingLedger ledger, long events, int round, Results results) {
        double rate = ledger.rate(events);
        double p95 = ledger.breakdownP95();
        System.out.printf("round %d, %s: %,.0f events/s, breakdown p95 %.2f ms%n", round, ledger.name(), rate, p95);
        if (round > 0) {
            results.add(ledger.name(), "ingest", "events/s", Math.rint(rate));
            results.add(ledger.name(), "30-day breakdown, p95", "ms", p95);
        }
    }
}
