package org.weighhouse.ledger.internal.engine;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.ledger.internal.checkpoint.CheckpointException;
import org.weighhouse.ledger.internal.checkpoint.CheckpointFolder;
import org.weighhouse.ledger.internal.checkpoint.Manifest;
import org.weighhouse.ledger.internal.files.FileDamagedException;
import org.weighhouse.ledger.internal.files.MappedFile;
import org.weighhouse.ledger.internal.files.StoredFile;

/**
 * Reads the checkpoint's files once after a start, in the background: a start does not wait for gigabytes, and a disk
 * that forgets is still noticed. Damage stops the ledger, and the next start reads the journal instead.
 */
final class Scrub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scrub.class);

    private final CheckpointFolder folder;
    private final Consumer<String> onDamage;
    private final Thread thread;
    private volatile boolean closed;

    Scrub(CheckpointFolder folder, Consumer<String> onDamage) {
        this.folder = folder;
        this.onDamage = onDamage;
        this.thread = Thread.ofPlatform().name("ledger-scrub").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            folder.read().ifPresent(this::check);
        } catch (CheckpointException e) {
            LOG.warn("The checkpoint could not be looked through: {}", e.getMessage());
        }
    }

    private void check(Manifest manifest) {
        for (StoredFile file : manifest.files().toList()) {
            if (closed) {
                return;
            }
            String damage = damageOf(file);
            // A file that the next checkpoint has replaced meanwhile may be gone, and does not matter.
            if (!damage.isEmpty() && isStillNamed(file)) {
                folder.setAside();
                onDamage.accept(damage + "; start again, and the journal is read instead of the checkpoint");
                return;
            }
        }
    }

    private String damageOf(StoredFile file) {
        try {
            return MappedFile.open(folder.path(), file).isIntact() ? "" : file.name() + " is not as it was written";
        } catch (FileDamagedException e) {
            return e.getMessage();
        }
    }

    private boolean isStillNamed(StoredFile file) {
        return folder.read()
                .map(manifest -> manifest.fileNames().contains(file.name()))
                .orElse(false);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
