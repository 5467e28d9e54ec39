package org.weighhouse.ledger.internal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.ledger.internal.checkpoint.CheckpointFolder;
import org.weighhouse.ledger.internal.checkpoint.Manifest;
import org.weighhouse.ledger.internal.checkpoint.Point;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.files.StoredFileWriter;
import org.weighhouse.ledger.internal.index.KeyIndex;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.rollup.Rollups;

/**
 * When enough was written, has the state set down between two rows and stored in the background. What is in memory is
 * therefore never more than what two checkpoints' distances bring: while one is being stored the next one fills, and
 * then the writer waits. Called by the writer only.
 */
final class Checkpointer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
    private static final long CLOSE_TIMEOUT_IN_MIN = 10;

    private final CheckpointFolder folder;
    private final KeyIndex index;
    private final Rollups rollups;
    private final View view;
    private final Settings settings;
    private final Clock clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-checkpoint").daemon().factory());
    private final List<Command.Checkpoint> asked = new ArrayList<>();
    private volatile Consumer<Throwable> onFailure = failure -> {};
    private volatile Runnable onStored = () -> {};

    /** While the state is brought back, nobody but the reader of the journal changes it. */
    private Supplier<CompletableFuture<View.Frozen>> freezing;

    private CompletableFuture<?> storing = CompletableFuture.completedFuture(true);
    private volatile boolean failed;
    private long lastNumber;
    private long lastRow;

    /** What is worked with. */
    record Parts(CheckpointFolder folder, KeyIndex index, Rollups rollups, View view) {}

    /** @param last the checkpoint that the state was read from */
    Checkpointer(Parts parts, Optional<Manifest> last, Settings settings, Clock clock) {
        this.folder = parts.folder();
        this.index = parts.index();
        this.rollups = parts.rollups();
        this.view = parts.view();
        this.freezing = () -> CompletableFuture.completedFuture(view.freeze());
        this.lastNumber = last.map(Manifest::number).orElse(0L);
        this.lastRow = last.map(manifest -> manifest.point().row()).orElse(0L);
        this.settings = settings;
        this.clock = clock;
    }

    /** Says what is to be done, on a thread of its own, when a checkpoint was stored, and when one could not be. */
    void onEnd(Runnable stored, Consumer<Throwable> failure) {
        onStored = stored;
        onFailure = failure;
    }

    /** Says who sets the state down at the end of the last row, before it changes again; it may take its time. */
    void freezeBy(Supplier<CompletableFuture<View.Frozen>> other) {
        freezing = other;
    }

    /** Asks for a checkpoint at the end of the row in the making, or of the last one. */
    void ask(Command.Checkpoint command) {
        asked.add(command);
    }

    /** To be called at the end of every row, with the chain as it is there and the time that it was written. */
    void atEndOf(JournalChain chain, long recorded) {
        boolean full = index.activeSize() >= settings.checkpointEntries()
                || chain.lastSeq() - lastRow >= settings.checkpointRows();
        if (asked.isEmpty() && !full) {
            return;
        }
        if (!storing.isDone()) {
            if (index.activeSize() < 2 * settings.checkpointEntries()) {
                return;
            }
            await();
        }
        if (!failed) {
            begin(new Point(chain.lastSeq(), chain.nextEntry(), chain.lastHash(), recorded));
        }
    }

    private void await() {
        LOG.debug("The writer waits for a checkpoint to be stored");
        storing.handle((stored, failure) -> failure == null).join();
    }

    private void begin(Point point) {
        index.freeze();
        List<Command.Checkpoint> answered = List.copyOf(asked);
        asked.clear();
        lastNumber++;
        lastRow = point.row();
        long number = lastNumber;
        storing = freezing.get()
                .thenAcceptAsync(frozen -> answer(store(new Work(number, point, frozen)), answered), background)
                .whenComplete((stored, failure) -> {
                    if (failure != null) {
                        fail(failure instanceof CompletionException ? failure.getCause() : failure, answered);
                    }
                });
    }

    /** What is to be stored. */
    private record Work(long number, Point point, View.Frozen frozen) {}

    private void answer(Manifest manifest, List<Command.Checkpoint> answered) {
        answered.forEach(command -> {
            command.first().accept(manifest);
            command.done().complete(manifest);
        });
        onStored.run();
    }

    /** Whatever it is, memory would grow from now on. */
    private void fail(Throwable cause, List<Command.Checkpoint> unanswered) {
        LOG.error("A checkpoint could not be stored", cause);
        failed = true;
        onFailure.accept(cause);
        unanswered.forEach(command -> command.done().completeExceptionally(cause));
    }

    private Manifest store(Work work) {
        Instant start = Instant.now();
        long number = work.number();
        StoredFile book = storeBook(number, work.frozen().book());
        Manifest manifest = new Manifest(
                number,
                work.point(),
                book,
                index.store(number),
                rollups.store(number, Micros.of(clock.instant()), work.frozen().zones()::get));
        folder.commit(manifest);
        index.install();
        view.install();
        folder.deleteAllBut(manifest.fileNames());
        LOG.debug(
                "Checkpoint {} at row {} stored in {} ms",
                number,
                work.point().row(),
                Duration.between(start, Instant.now()).toMillis());
        return manifest;
    }

    private StoredFile storeBook(long number, byte[] bytes) {
        try (StoredFileWriter writer = new StoredFileWriter(folder.path(), "book-" + number)) {
            writer.putBytes(bytes);
            return writer.finish();
        }
    }

    /** Waits until what is being stored is stored. */
    @Override
    public void close() {
        asked.forEach(command ->
                command.done().completeExceptionally(new LedgerUnavailableException("the ledger has stopped")));
        background.shutdown();
        try {
            if (!background.awaitTermination(CLOSE_TIMEOUT_IN_MIN, TimeUnit.MINUTES)) {
                LOG.warn("A checkpoint was still being stored after {} minutes", CLOSE_TIMEOUT_IN_MIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
