package org.weighhouse.ledger.internal.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.database.Databases;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;

/**
 * Measures durable ingest: batches of 1,000 over 1,000 workspaces, 2 % duplicates, a few batches on their way at a time.
 * Arguments: JDBC URL (default: Derby in a temporary folder), number of events.
 */
final class IngestBench {

    private static final int BATCH = 1_000;
    private static final int ON_THE_WAY = 16;

    private IngestBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ledger-bench");
        String url = arguments.length > 0 ? arguments[0] : "jdbc:derby:" + folder.resolve("db") + ";create=true";
        int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000_000;
        try (OwnedDatabase database = Databases.open(url, folder)) {
            JdbcJournalStore.migrate(database);
            try (LedgerEngine engine = open(database)) {
                run(engine, events / 4, "warm");
                run(engine, events, "run");
            }
            Instant start = Instant.now();
            try (LedgerEngine engine = open(database)) {
                System.out.printf(
                        "replay: %d ms, %s%n", Instant.now().toEpochMilli() - start.toEpochMilli(), engine.health());
            }
        }
    }

    private static LedgerEngine open(OwnedDatabase database) {
        return LedgerEngine.open(new JdbcJournalStore(database, 16), Clock.systemUTC(), Settings.DEFAULT);
    }

    private static void run(LedgerEngine engine, int events, String name) {
        Random random = new Random(name.hashCode());
        Deque<CompletableFuture<List<Receipt>>> sent = new ArrayDeque<>();
        List<WorkspaceId> workspaces = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            workspaces.add(new WorkspaceId("workspace-" + i));
        }
        Instant start = Instant.now();
        for (int first = 0; first < events; first += BATCH) {
            if (sent.size() == ON_THE_WAY) {
                sent.remove().join();
            }
            sent.add(engine.record(batch(name, first, workspaces, random, start)));
        }
        sent.forEach(CompletableFuture::join);
        double seconds = (Instant.now().toEpochMilli() - start.toEpochMilli()) / 1_000.0;
        System.out.printf("%s: %d events in %.2f s, %.0f events/s%n", name, events, seconds, events / seconds);
    }

    private static List<Posting> batch(
            String name, int first, List<WorkspaceId> workspaces, Random random, Instant now) {
        List<Posting> postings = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            int number = i > 0 && random.nextInt(50) == 0 ? first + i - 1 : first + i;
            Random content = new Random(number);
            postings.add(new Posting(
                    workspaces.get(number % workspaces.size()),
                    "telegram",
                    name + "-" + number,
                    now.minusSeconds(number % 3_600),
                    Unit.MESSAGE_CREDIT,
                    Amount.of(1),
                    new Attribution("telegram", "text", "campaign-" + content.nextInt(5), "", "", "", ""),
                    TokenBuckets.NONE,
                    ""));
        }
        return postings;
    }
}
