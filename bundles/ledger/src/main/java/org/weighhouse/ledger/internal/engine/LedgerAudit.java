package org.weighhouse.ledger.internal.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.LedgerVerification;
import org.weighhouse.api.ledger.VerificationProgress;
import org.weighhouse.api.ledger.VerificationReport;
import org.weighhouse.ledger.internal.checkpoint.CheckpointFolder;
import org.weighhouse.ledger.internal.checkpoint.Manifest;
import org.weighhouse.ledger.internal.journal.JournalException;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.rollup.CellSettings;
import org.weighhouse.ledger.internal.verify.Verifier;

/** Verifies a ledger that goes on working: has a checkpoint made, and holds it against the journal. Thread-safe. */
final class LedgerAudit implements LedgerVerification {

    private final JournalStore store;
    private final CheckpointFolder folder;
    private final CellSettings cells;
    private final CommandQueue queue;
    private final AtomicBoolean verifying = new AtomicBoolean();

    LedgerAudit(JournalStore store, CheckpointFolder folder, CellSettings cells, CommandQueue queue) {
        this.store = store;
        this.folder = folder;
        this.cells = cells;
        this.queue = queue;
    }

    @Override
    public VerificationReport verify(Consumer<VerificationProgress> progress) {
        if (!verifying.compareAndSet(false, true)) {
            throw new IllegalStateException("the ledger is being verified already");
        }
        try {
            return new Verifier(store, folder.path(), cells).verify(checkpoint(), progress);
        } catch (JournalException e) {
            throw new LedgerUnavailableException(e.getMessage(), e);
        } catch (CompletionException e) {
            throw new LedgerUnavailableException(e.getCause().getMessage(), e);
        } finally {
            folder.unpin();
            verifying.set(false);
        }
    }

    /** One that stays until it is verified. */
    private Manifest checkpoint() {
        Command.Checkpoint asked = new Command.Checkpoint(folder::pin, new CompletableFuture<>());
        queue.offer(asked);
        return asked.done().join();
    }
}
