package org.weighhouse.ledger.internal.bench;

import java.time.Instant;
import java.util.List;

/**
 * Sends the same rounds to every side in turns and measures each turn. The first round warms up and is not counted. What a
 * database puts off for later, such as a checkpoint, is in nobody's turn.
 */
final class IngestRounds {

    static final String INGEST = "ingest";
    static final String CPU = "cpu";
    static final String CPU_OF_PROCESS = "cpu of this process";
    static final String CPU_OF_SERVER = "cpu of the server";
    static final String WRITTEN = "written";
    static final String STORED = "stored";

    /** The metrics, in the order of the table. */
    static final List<String> METRICS = List.of(INGEST, CPU, CPU_OF_PROCESS, CPU_OF_SERVER, WRITTEN, STORED);

    private static final String CPU_UNIT = "us/event";
    private static final String BYTES_UNIT = "B/event";

    private final List<Side> sides;
    private final PostgresServer server;
    private final Results results;
    private final Load load = new Load(Instant.now());

    IngestRounds(List<Side> sides, PostgresServer server, Results results) {
        this.sides = sides;
        this.server = server;
        this.results = results;
    }

    /** @throws IllegalStateException if a side has not counted exactly what was sent */
    void run(int events, int rounds) throws Exception {
        long credits = 0;
        for (int number = 0; number <= rounds; number++) {
            Load.Round round = load.round(number, events);
            credits += round.credits();
            for (Side side : sides) {
                Turn turn = turn(side, round);
                System.out.printf("round %d of %d, %s: %,.0f events/s%n", number, rounds, side.name(), turn.rate());
                if (number > 0) {
                    turn.addTo(results, side.name());
                }
                insistOnCount(side, credits);
            }
        }
    }

    private Turn turn(Side side, Load.Round round) throws Exception {
        long stored = side.storedInBytes();
        Effort server0 = server.effort();
        Effort process0 = Effort.ofThisProcess();
        long start = System.nanoTime();
        side.take(round.batches());
        long nanos = System.nanoTime() - start;
        Effort process = Effort.ofThisProcess().minus(process0);
        Effort there = server.effort().minus(server0);
        return new Turn(round.events(), nanos, process, there, side.storedInBytes() - stored);
    }

    private static void insistOnCount(Side side, long credits) throws Exception {
        long counted = side.counted();
        if (counted != credits) {
            throw new IllegalStateException(side.name() + " counted " + counted + " credits, not " + credits);
        }
    }

    private record Turn(int events, long nanos, Effort process, Effort server, long stored) {

        double rate() {
            return events * 1e9 / nanos;
        }

        void addTo(Results results, String name) {
            Effort all = process.plus(server);
            results.add(name, INGEST, "events/s", Math.rint(rate()));
            results.add(name, CPU, CPU_UNIT, perEvent(all.cpuInUs()));
            results.add(name, CPU_OF_PROCESS, CPU_UNIT, perEvent(process.cpuInUs()));
            results.add(name, CPU_OF_SERVER, CPU_UNIT, perEvent(server.cpuInUs()));
            results.add(name, WRITTEN, BYTES_UNIT, perEvent(all.writtenInBytes()));
            results.add(name, STORED, BYTES_UNIT, perEvent(stored));
        }

        private double perEvent(long value) {
            return (double) value / events;
        }
    }
}
