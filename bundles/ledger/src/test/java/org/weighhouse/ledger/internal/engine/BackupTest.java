package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.database.Dialect;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.standalone.Databases;
import org.weighhouse.ledger.internal.LedgerBackup;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.verify.JournalReading;

class BackupTest {

    private static final int THREADS = 4;
    private static final int WARM = 500;
    private static final String NOON = "2026-11-20T12:00:00Z";

    @TempDir
    Path folder;

    private final TestLedger ledger = new TestLedger(Dialect.DERBY);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean end = new AtomicBoolean();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void everythingAcknowledgedUntilItsEndIsInABackupMadeUnderLoad() throws Exception {
        Set<String> before;
        Path copy;
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                senders.add(threads.submit(() -> sendForEver(thread)));
            }
            while (acknowledged.size() < WARM) {
                Thread.sleep(1);
            }
            before = Set.copyOf(acknowledged);
            copy = ledger.database().copyTo(folder);
            int after = acknowledged.size();
            while (acknowledged.size() < after + WARM) {
                Thread.sleep(1);
            }
            end.set(true);
            for (Future<?> sender : senders) {
                sender.get();
            }
        }

        try (OwnedDatabase opened = Databases.open("jdbc:derby:" + copy, folder)) {
            assertThat(new LedgerBackup().check(opened)).contains("everything acknowledged until 20");
            JournalReading read;
            try (JournalStore store = new JdbcJournalStore(opened, 16)) {
                read = JournalReading.of(store);
            }
            try (JournalStore live = ledger.openStore()) {
                // Up to its end it is the same journal, and so the same state.
                assertThat(HexFormat.of().formatHex(live.row(read.rows()).hash()))
                        .isEqualTo(read.hash());
                assertThat(live.last().orElseThrow().seq()).isGreaterThan(read.rows());
            }
            requireCounted(opened, before);
        }
    }

    /** A ledger over the copy knows each of them. */
    private void requireCounted(OwnedDatabase copy, Set<String> ids) {
        try (LedgerEngine restored = LedgerEngine.open(
                new JdbcJournalStore(copy, 16), folder.resolve("ledger"), ledger.clock, Settings.DEFAULT)) {
            List<Posting> again = ids.stream().map(id -> posting(id, NOON, 1)).toList();
            assertThat(restored.record(ACME, again).join())
                    .extracting(Receipt::status)
                    .containsOnly(Status.DUPLICATE);
            assertThat(restored.verification().verify(progress -> {}).findings())
                    .isEmpty();
        }
    }

    private void sendForEver(int thread) {
        for (int i = 0; !end.get(); i++) {
            String id = "m" + thread + "-" + i;
            ledger.record(posting(id, NOON, 1));
            acknowledged.add(id);
        }
    }

    @Test
    void aCopyThatIsNotAsItWasWrittenIsNoBackup() throws Exception {
        ledger.record(posting("m1", NOON, 1));
        ledger.record(posting("m2", NOON, 1));
        Path copy = ledger.database().copyTo(folder);

        try (OwnedDatabase opened = Databases.open("jdbc:derby:" + copy, folder)) {
            assertThat(new LedgerBackup().check(opened)).startsWith("journal: 2 rows, 2 entries");
            try (Connection connection = opened.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("update wh_journal set checksum = checksum + 1 where seq = 1");
            }
            assertThatThrownBy(() -> new LedgerBackup().check(opened))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the journal in the copy is damaged: journal row 1");
        }
    }
}
