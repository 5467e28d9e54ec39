package org.weighhouse.ledger.internal.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.weighhouse.database.Database;
import org.weighhouse.database.Dialect;
import org.weighhouse.database.standalone.Databases;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;

/** Real databases, one of each product for the whole run: starting one takes longer than most tests. */
public final class TestDatabases {

    private static final Map<Dialect, Database> OPEN = new EnumMap<>(Dialect.class);

    private TestDatabases() {}

    /** A database in which nothing was ever written. */
    public static synchronized Database withEmptyJournal(Dialect dialect) {
        Database database = OPEN.computeIfAbsent(dialect, TestDatabases::open);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from wh_journal");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    private static Database open(Dialect dialect) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "test");
            String url =
                    switch (dialect) {
                        case DERBY -> "jdbc:derby:" + folder.resolve("db").toAbsolutePath() + ";create=true";
                        // The server ends with this process. As a test server it would not sync, and be refused.
                        case POSTGRESQL ->
                            EmbeddedPostgres.builder()
                                    .setPGStartupWait(Duration.ofMinutes(1))
                                    .setServerConfig("fsync", "on")
                                    .start()
                                    .getJdbcUrl("postgres", "postgres");
                    };
            Database database = Databases.open(url, folder);
            JdbcJournalStore.migrate(database);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
