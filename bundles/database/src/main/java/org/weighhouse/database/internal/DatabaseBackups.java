package org.weighhouse.database.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weighhouse.api.backup.BackupReport;
import org.weighhouse.api.backup.Backups;
import org.weighhouse.database.BackupPart;
import org.weighhouse.database.OwnedDatabase;

/** Has the database copied and its owners look at the copy, on a thread that nobody interrupts: Derby would not bear it. */
@Component(service = Backups.class)
public final class DatabaseBackups implements Backups {

    /** Says what lies in the folder; written last, so that a backup without it is not whole. */
    static final String NOTE = "backup.properties";

    private final DatabaseComponent database;
    private final String version;
    private final List<BackupPart> parts = new CopyOnWriteArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    @Activate
    public DatabaseBackups(@Reference DatabaseComponent database, BundleContext context) {
        this.database = database;
        version = context.getBundle().getVersion().toString();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPart(BackupPart part) {
        parts.add(part);
    }

    void removePart(BackupPart part) {
        parts.remove(part);
    }

    @Override
    public BackupReport write(Path folder, boolean withSecretKey, Consumer<String> progress) throws IOException {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("a backup is being made already");
        }
        CompletableFuture<BackupReport> done = new CompletableFuture<>();
        BlockingQueue<Optional<String>> steps = new LinkedBlockingQueue<>();
        Thread.ofPlatform().name("weighhouse-backup").start(() -> {
            try {
                done.complete(copy(folder, withSecretKey, step -> steps.add(Optional.of(step))));
            } catch (IOException | SQLException | RuntimeException failed) {
                done.completeExceptionally(failed);
            } finally {
                busy.set(false);
                steps.add(Optional.empty());
            }
        });
        return await(done, steps, folder, progress);
    }

    private static BackupReport await(
            CompletableFuture<BackupReport> done,
            BlockingQueue<Optional<String>> steps,
            Path folder,
            Consumer<String> progress)
            throws IOException {
        try {
            for (Optional<String> step = steps.take(); step.isPresent(); step = steps.take()) {
                progress.accept(step.get());
            }
            return done.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "nobody waits for the backup any more; it is whole when " + folder.resolve(NOTE) + " is there",
                    stopped);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException e -> throw new IOException(e.getMessage(), e);
                case IllegalArgumentException e -> throw new IllegalArgumentException(e.getMessage(), e);
                default -> throw new IllegalStateException(failed.getCause().getMessage(), failed.getCause());
            }
        }
    }

    private BackupReport copy(Path folder, boolean withSecretKey, Consumer<String> progress)
            throws IOException, SQLException {
        makeFolder(folder);
        progress.accept("Copying the database");
        Path copy = database.copyTo(folder);
        List<String> findings = new ArrayList<>();
        progress.accept("Reading the copy");
        try (OwnedDatabase opened = database.openCopy(copy)) {
            for (BackupPart part : parts) {
                findings.add(part.check(opened));
            }
        }
        if (withSecretKey) {
            for (BackupPart part : parts) {
                part.copySecrets(folder);
            }
        }
        writeNote(folder, copy, findings);
        return new BackupReport(folder, size(folder), findings);
    }

    /** For its owner alone: it holds what customers did. */
    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        "there is something in " + folder + "; a backup takes a folder of its own");
            }
        }
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void writeNote(Path folder, Path copy, List<String> findings) throws IOException {
        Properties note = new Properties();
        note.setProperty("made", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        note.setProperty("version", version);
        note.setProperty("database", copy.getFileName().toString());
        note.setProperty("findings", String.join("; ", findings));
        try (OutputStream out = Files.newOutputStream(folder.resolve(NOTE))) {
            note.store(out, "A backup of Weighhouse; bin/weighhouse-restore puts it into a data folder");
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(DatabaseBackups::bytes)
                    .sum();
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
