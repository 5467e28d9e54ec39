package org.weighhouse.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.weighhouse.ledger.internal.bench.BenchFolder;
import org.weighhouse.ledger.internal.bench.PostgresServer;
import org.weighhouse.ledger.internal.bench.Results;
import org.weighhouse.ledger.internal.bench.Side;
import org.weighhouse.ledger.internal.bench.StatementPerBatchSide;

/**
 * Ingest through HTTP: JSON CloudEvents in batches of 1,000 to a real gateway, acknowledged when durable on Derby, from
 * 16 connections of this same process; in turns with the same batches, as ready postings, in one set-based statement each
 * on PostgreSQL. Every side must count what was sent, or there is no result. Arguments: the file to write, events a round
 * (default 500,000), rounds (default 5, after two that warm up).
 */
public final class IngestBench {

    private static final String HTTP = "http-json";
    private static final String INGEST = "ingest";
    private static final String CPU = "cpu, clients included";
    private static final int WARM_UP = 2;
    private static final List<Integer> CONNECTIONS = List.of(1, 4);

    private final IngestLoad load = new IngestLoad(Instant.now());
    private final Results results = new Results();

    private IngestBench() {}

    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        IngestBench bench = new IngestBench();
        bench.measure(events, rounds);
        bench.report(Path.of(arguments[0]));
    }

    private void measure(int events, int rounds) throws Exception {
        try (BenchFolder folder = BenchFolder.create();
                PostgresServer server = PostgresServer.start(folder.path().resolve("postgresql"));
                Side one = new StatementPerBatchSide(server.create("one"), CONNECTIONS.getFirst());
                Side several = new StatementPerBatchSide(server.create("several"), CONNECTIONS.getLast());
                HttpIntake intake =
                        new HttpIntake(Files.createDirectories(folder.path().resolve("http")), load.workspaces());
                Callers callers = new Callers(intake.port())) {
            for (int number = 0; number < WARM_UP + rounds; number++) {
                IngestLoad.Round round = load.round(number, events);
                boolean counts = number >= WARM_UP;
                take(HTTP, events, counts, () -> callers.send(round.requests()));
                requireEqual(HTTP, intake.counted());
                for (Side side : List.of(one, several)) {
                    take(side.name(), events, counts, () -> side.take(round.batches()));
                    requireEqual(side.name(), side.counted());
                }
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void take(String name, int events, boolean counts, Work work) throws Exception {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        work.run();
        double rate = events * 1e9 / (System.nanoTime() - start);
        double cpuMicros = (cpuNanos() - cpu) / 1e3 / events;
        System.out.printf(Locale.ROOT, "%s: %,.0f events/s, %.2f CPU-us/event%n", name, rate, cpuMicros);
        if (counts) {
            results.add(name, INGEST, "events/s", rate);
        }
        if (counts && name.equals(HTTP)) {
            // Of PostgreSQL it would be the client's part only.
            results.add(name, CPU, "us/event", cpuMicros);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void requireEqual(String name, long counted) {
        if (load.distinct() != counted) {
            throw new IllegalStateException(name + " counted " + counted + " of " + load.distinct());
        }
    }

    private void report(Path file) throws Exception {
        results.nameBest(INGEST, name -> name.startsWith(StatementPerBatchSide.NAME), StatementPerBatchSide.NAME);
        results.compare(INGEST, StatementPerBatchSide.NAME);
        results.report(file);
    }
}
