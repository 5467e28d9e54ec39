package org.weighhouse.ledger.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.database.Database;
import org.weighhouse.database.Dialect;
import org.weighhouse.ledger.internal.engine.TestDatabases;

/** A database that could lose what it acknowledged is refused; all the journal's promises rest on that. */
class DurabilityTest {

    @Test
    void derbyIsTakenAsItIsByDefault(@TempDir Path home) {
        assertThatCode(() -> Durability.insistOnDerby(new Properties())).doesNotThrowAnyException();
        assertThatCode(() -> Durability.insistOnDerby(derbyHome(home))).doesNotThrowAnyException();
    }

    @Test
    void derbyIsRefusedWhenItWasToldNotToSyncByAProperty() {
        Database database = TestDatabases.withEmptyJournal(Dialect.DERBY);
        System.setProperty(Durability.DERBY_PROPERTY, "test");
        try {
            assertThatThrownBy(() -> new JdbcJournalStore(database, 16))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("derby.system.durability");
        } finally {
            System.clearProperty(Durability.DERBY_PROPERTY);
        }
        new JdbcJournalStore(database, 16).close();
    }

    @Test
    void derbyIsRefusedWhenItWasToldNotToSyncByItsFile(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("derby.properties"), "derby.system.durability=test\n");

        assertThatThrownBy(() -> Durability.insistOnDerby(derbyHome(home)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("derby.system.durability");
    }

    @Test
    void aPostgresqlServerThatDoesNotSyncIsRefused() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setServerConfig("fsync", "off")
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            assertRefused(connection, "fsync");
        }
    }

    @Test
    void aPostgresqlServerThatMayLeaveHalfPagesIsRefused() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            assertRefused(connection, "full_page_writes");
        }
    }

    @Test
    void aPostgresqlServerThatCommitsLaterIsToldNotToByTheWriter() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(synchronousCommit(connection)).isEqualTo("off");

            Durability.insist(Dialect.POSTGRESQL, connection);
            connection.rollback();

            assertThat(synchronousCommit(connection)).isEqualTo("on");
        }
    }

    private static void assertRefused(Connection connection, String setting) throws SQLException {
        connection.setAutoCommit(false);
        assertThatThrownBy(() -> Durability.insist(Dialect.POSTGRESQL, connection))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("set " + setting + " = on");
    }

    private static String synchronousCommit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery("show synchronous_commit")) {
            value.next();
            return value.getString(1);
        }
    }

    private static Properties derbyHome(Path home) {
        Properties properties = new Properties();
        properties.setProperty("derby.system.home", home.toString());
        return properties;
    }
}
