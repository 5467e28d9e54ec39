package org.weighhouse.ledger.internal.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Reserve and post on one hot workspace with a hard limit, 64 callers, each step durable before the next: our ledger on
 * Derby and on PostgreSQL, against the same in PostgreSQL's SQL, in turns on the same disk, medians over the rounds.
 * Arguments: the file to write, seconds a turn (default 5), rounds (default 5, after one that warms up).
 *
 * <p>PostgreSQL's side keeps no roll-up cells, no expiry, no grants with priorities and no chain.
 */
public final class ReserveBench {

    private static final int CALLERS = 64;

    private ReserveBench() {}

    public static void main(String[] arguments) throws Exception {
        Path result = Path.of(arguments[0]);
        Duration turn = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 5);
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Results results = new Results();
        try (BenchFolder folder = BenchFolder.create();
                PostgresServer server = PostgresServer.start(folder.path().resolve("postgresql"));
                HoldSide ledger = new LedgerHolds(LedgerBench.LEDGER, Place.inDerby(folder.path(), "ledger"));
                HoldSide there = new LedgerHolds(LedgerBench.LEDGER_ON_POSTGRESQL, server.create("ledger_there"));
                HoldSide statements = SqlHolds.withStatements(server.create("statements"), CALLERS);
                HoldSide functions = SqlHolds.withFunctions(server.create("functions"), CALLERS)) {
            new HoldRounds(List.of(ledger, there, statements, functions), CALLERS, results).run(turn, rounds);
        }
        results.nameBest(HoldRounds.RATE, name -> name.startsWith(SqlHolds.NAME), SqlHolds.NAME);
        for (String metric : List.of(HoldRounds.RATE, HoldRounds.P50, HoldRounds.P99)) {
            results.compare(metric, SqlHolds.NAME);
        }
        results.report(result);
    }
}
