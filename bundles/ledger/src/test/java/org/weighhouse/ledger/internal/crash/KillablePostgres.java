package org.weighhouse.ledger.internal.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server of our own that keeps what it acknowledges, and can be killed and started again. */
final class KillablePostgres implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
    private static final String PID_FILE = "postmaster.pid";
    private static final long POLL_IN_MS = 20;
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(60);

    private final Path data;
    private final EmbeddedPostgres server;
    private final List<String> commandLine;

    /**
     * Starts a server.
     *
     * @param data folder for its data, new
     * @throws IllegalStateException if the server does not keep what it acknowledges
     */
    KillablePostgres(Path data) throws IOException, SQLException {
        this.data = data;
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setDataDirectory(data)
                .setCleanDataDirectory(false);
        DURABLE.forEach(builder::setServerConfig);
        // A local socket has a lock of its own that outlives a kill.
        builder.setServerConfig("unix_socket_directories", "");
        this.server = builder.start();
        insistOnDurability();
        this.commandLine = commandLine(postmaster().info());
    }

    /** PostgreSQL does not run as root, but does so where root is nobody. */
    private static List<String> commandLine(ProcessHandle.Info postmaster) {
        List<String> line = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(postmaster.command().orElseThrow());
        line.addAll(List.of(postmaster.arguments().orElseThrow()));
        return line;
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve(PID_FILE)).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private void insistOnDurability() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE.keySet()) {
                try (ResultSet row = statement.executeQuery("show " + setting)) {
                    if (!row.next() || !DURABLE.get(setting).equals(row.getString(1))) {
                        throw new IllegalStateException(setting + " is not " + DURABLE.get(setting));
                    }
                }
            }
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Kills all its processes at once, and waits for their end. */
    void kill() throws IOException, InterruptedException {
        ProcessHandle first = postmaster();
        List<ProcessHandle> family =
                Stream.concat(Stream.of(first), first.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : family) {
            // A dead process that nobody has asked after yet has no command any more.
            while (process.isAlive() && process.info().command().isPresent()) {
                Thread.sleep(POLL_IN_MS);
            }
        }
    }

    /** Starts it again where it was, on the same data, so that whoever wants to connect again can. */
    void restart() throws IOException, SQLException, InterruptedException {
        // A dead process that nobody has asked after yet still counts as its owner.
        Files.delete(data.resolve(PID_FILE));
        new ProcessBuilder(commandLine)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("postgresql.log").toFile())
                .start();
        Instant end = Instant.now().plus(STARTUP_TIMEOUT);
        while (!isUp() && Instant.now().isBefore(end)) {
            Thread.sleep(POLL_IN_MS);
        }
        insistOnDurability();
    }

    private boolean isUp() {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
