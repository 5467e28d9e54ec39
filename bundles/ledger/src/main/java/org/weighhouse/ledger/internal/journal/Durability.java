package org.weighhouse.ledger.internal.journal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.weighhouse.database.Dialect;

/**
 * Refuses a database that would acknowledge what a power cut could still take away.
 *
 * <p>Derby writes its log through to the disk before a commit returns, unless its property {@code
 * derby.system.durability} was set; it takes that from the system's properties or from {@code derby.properties}.
 * PostgreSQL does the same unless {@code fsync}, {@code full_page_writes} or {@code synchronous_commit} is off; the last
 * one is a session's own choice.
 */
final class Durability {

    static final String DERBY_PROPERTY = "derby.system.durability";

    private static final String DERBY_HOME = "derby.system.home";
    private static final List<String> SERVER_SETTINGS = List.of("fsync", "full_page_writes");

    private Durability() {}

    /**
     * Sees to it that this connection's commits are on disk when they return.
     *
     * @throws JournalException if they would not be
     */
    static void insist(Dialect dialect, Connection connection) throws SQLException {
        switch (dialect) {
            case DERBY -> insistOnDerby(System.getProperties());
            case POSTGRESQL -> insistOnPostgresql(connection);
        }
    }

    static void insistOnDerby(Properties system) {
        if (system.containsKey(DERBY_PROPERTY) || derbyProperties(system).containsKey(DERBY_PROPERTY)) {
            throw new JournalException("the property " + DERBY_PROPERTY
                    + " is set: Derby could lose what it acknowledged; take the property away");
        }
    }

    /** Derby looks for the file in its home, or in the current folder. */
    private static Properties derbyProperties(Properties system) {
        Properties found = new Properties();
        Path file = Path.of(system.getProperty(DERBY_HOME, ""), "derby.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                found.load(reader);
            } catch (IOException e) {
                throw new JournalException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return found;
    }

    private static void insistOnPostgresql(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : SERVER_SETTINGS) {
                try (ResultSet value = statement.executeQuery("show " + setting)) {
                    if (!value.next() || !"on".equals(value.getString(1))) {
                        throw new JournalException("the PostgreSQL server has " + setting
                                + " off: it could lose what it acknowledged; set " + setting + " = on");
                    }
                }
            }
            statement.execute("set synchronous_commit = on");
        }
        connection.commit();
    }
}
