package org.weighhouse.ledger.internal.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.weighhouse.database.Dialect;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.standalone.Databases;

/** A database whose files are in a folder, be it the process's own or a server's. */
record DatabaseOnDisk(OwnedDatabase database, Closeable server) implements AutoCloseable {

    private static final Path LOGS = Path.of("target").toAbsolutePath();

    /** Opens what is in the folder, or makes a new one. */
    static DatabaseOnDisk open(Dialect dialect, Path folder) throws IOException {
        return switch (dialect) {
            case DERBY ->
                new DatabaseOnDisk(
                        Databases.open("jdbc:derby:" + folder.resolve("db") + ";create=true", LOGS), () -> {});
            case POSTGRESQL -> {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setDataDirectory(folder.resolve("data"))
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("max_wal_size", "32MB")
                        .setServerConfig("min_wal_size", "32MB")
                        .start();
                yield new DatabaseOnDisk(
                        Databases.open(server.getJdbcUrl("postgres", "postgres"), LOGS),
                        () -> stopAtOnce(server, folder.resolve("data/postmaster.pid")));
            }
        };
    }

    /** Without writing anything more, as in a crash: a server that met a full disk may never come to its proper end. */
    private static void stopAtOnce(EmbeddedPostgres server, Path pidFile) throws IOException {
        String pid = Files.readAllLines(pidFile).getFirst().strip();
        new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start();
        ProcessHandle.of(Long.parseLong(pid))
                .ifPresent(process ->
                        process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
        server.close();
    }

    @Override
    public void close() throws IOException {
        database.close();
        server.close();
    }
}
