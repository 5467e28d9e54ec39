package org.weighhouse.ledger.internal.engine;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.ledger.internal.record.JournalRecord;

/**
 * Shows durable rows to queries and sets the state down for checkpoints, on a thread of its own, so that nobody who writes
 * waits for that, unless it is far behind. Queries wait for it: whoever was told that something is counted sees it. Only
 * the writer calls {@link #show} and {@link #freeze}.
 */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** Records that may wait; then the writer does. */
    private static final int MOST_WAITING = 100_000;

    private static final Step END = new Step(0, () -> {}, () -> {});

    private final View view;
    private final Consumer<String> onFailure;
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Thread thread;

    /** The thread's. */
    private boolean failed;

    /** @param refusal is done instead if nothing is shown any more */
    private record Step(int size, Runnable action, Runnable refusal) {}

    Follower(View view, Consumer<String> onFailure) {
        this.view = view;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name("ledger-view").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /**
     * Shows a row; to be called when it is durable, before anybody is told.
     *
     * @param then is done when the row is shown
     */
    void show(long number, List<JournalRecord> records, Runnable then) throws InterruptedException {
        view.durable(number);
        int size = Math.min(records.size(), MOST_WAITING);
        room.acquire(size);
        Runnable action = () -> {
            view.apply(number, records);
            then.run();
        };
        steps.add(new Step(size, action, () -> {}));
    }

    /** Sets the state down as it is at the end of the row that was given last. */
    CompletableFuture<View.Frozen> freeze() {
        CompletableFuture<View.Frozen> frozen = new CompletableFuture<>();
        steps.add(new Step(
                0,
                () -> frozen.complete(view.freeze()),
                () -> frozen.completeExceptionally(
                        new LedgerUnavailableException("the ledger's entries cannot be shown any more"))));
        return frozen;
    }

    private void run() {
        for (Step step = next(); step != END; step = next()) {
            work(step);
        }
    }

    private Step next() {
        while (true) {
            try {
                return steps.take();
            } catch (InterruptedException ignored) {
                // It ends when all is shown and not before: the writer and checkpoints wait for that.
            }
        }
    }

    private void work(Step step) {
        if (!failed) {
            try {
                step.action().run();
            } catch (Throwable e) { // whatever it is, what is shown and what is written differ from now on
                fail(e);
            }
        }
        if (failed) {
            step.refusal().run();
        }
        // Also after a failure: the writer may wait for room.
        room.release(step.size());
    }

    private void fail(Throwable cause) {
        failed = true;
        LOG.error("The ledger's entries cannot be shown any more", cause);
        view.fail("the ledger has stopped: " + cause.getMessage());
        onFailure.accept("its entries cannot be shown: " + cause.getMessage());
    }

    /** Ends when all is shown. To be called when nothing more is written. */
    @Override
    public void close() {
        steps.add(END);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
