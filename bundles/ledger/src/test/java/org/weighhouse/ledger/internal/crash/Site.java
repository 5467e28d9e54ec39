package org.weighhouse.ledger.internal.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.standalone.Databases;
import org.weighhouse.ledger.internal.engine.LedgerEngine;
import org.weighhouse.ledger.internal.engine.Settings;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;

/**
 * Where a ledger lives.
 *
 * @param url of its database
 * @param folder of its checkpoints and logs
 * @param shiftInMs how far its clock is from the machine's
 */
record Site(String url, Path folder, long shiftInMs) {

    /** So many checkpoints that many a kill falls into one. */
    private static final Settings SETTINGS = Settings.DEFAULT.withCheckpointEvery(5_000, 200);

    private static final int FETCH_ROWS = 16;

    static Site of(String url, Path folder) {
        return new Site(
                url,
                folder,
                Duration.between(Clock.systemUTC().instant(), Plan.START).toMillis());
    }

    Clock clock() {
        return Clock.offset(Clock.systemUTC(), Duration.ofMillis(shiftInMs));
    }

    /** Opens the ledger as a start of the server does. */
    Opened open() throws IOException {
        Files.createDirectories(folder);
        OwnedDatabase database = Databases.open(url, folder);
        try {
            JdbcJournalStore.migrate(database);
            JdbcJournalStore store = new JdbcJournalStore(database, FETCH_ROWS);
            return new Opened(database, LedgerEngine.open(store, folder.resolve("checkpoints"), clock(), SETTINGS));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** An open ledger and its database. */
    record Opened(OwnedDatabase database, LedgerEngine ledger) implements AutoCloseable {

        @Override
        public void close() {
            ledger.close();
            database.close();
        }
    }
}
