package org.weighhouse.ledger.internal.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * A PostgreSQL server as somebody who knows it would set it up for this machine and this work: memory enough for all of
 * it, no checkpoint in between, no just-in-time compiler for statements of a millisecond. What makes it durable is on,
 * or there is no measuring.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final Map<String, String> TUNED = Map.of(
            "shared_buffers", "1GB",
            "wal_buffers", "64MB",
            "max_wal_size", "16GB",
            "min_wal_size", "2GB",
            "checkpoint_timeout", "30min",
            "checkpoint_completion_target", "0.9",
            "max_connections", "200",
            "jit", "off");

    private final EmbeddedPostgres server;
    private final Path folder;

    private PostgresServer(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts a new server.
     *
     * @param folder where its data goes; made if it is not there
     * @throws IllegalStateException if it does not keep what it acknowledges
     */
    public static PostgresServer start(Path folder) throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setDataDirectory(folder)
                .setCleanDataDirectory(false);
        TUNED.forEach(builder::setServerConfig);
        DURABLE.forEach(builder::setServerConfig);
        PostgresServer server = new PostgresServer(builder.start(), folder);
        server.insistOnDurability();
        return server;
    }

    private void insistOnDurability() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : DURABLE.entrySet()) {
                try (ResultSet row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    if (!setting.getValue().equals(row.getString(1))) {
                        close();
                        throw new IllegalStateException(setting.getKey() + " is " + row.getString(1));
                    }
                }
            }
        }
    }

    /** Makes a database. */
    public Place create(String database) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        Path files = Files.createDirectories(folder.resolveSibling(database));
        return new Place(url(database), files, () -> bytesOf(database));
    }

    private String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private long bytesOf(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_database_size('" + database + "')")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What all processes of the server have used so far. */
    Effort effort() throws IOException {
        return Effort.ofFamily(Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip()));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
