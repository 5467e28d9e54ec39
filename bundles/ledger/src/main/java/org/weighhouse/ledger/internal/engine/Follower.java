package org.weighhouse.ledger.internal.engine;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.ledger.internal.record.JournalRecord;

/**
 * Shows durable rows to queries, on a thread of its own, so that nobody who writes waits for somebody who reads. Queries
 * wait for it: whoever was told that something is counted sees it. Only the writer calls {@link #show}.
 */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** Rows that may wait; then the writer does. */
    private static final int MOST_WAITING = 64;

    private static final Row END = new Row(0, List.of(), () -> {});

    private final View view;
    private final Consumer<String> onFailure;
    private final BlockingQueue<Row> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;

    /** @param then is done when the row is shown */
    private record Row(long number, List<JournalRecord> records, Runnable then) {}

    Follower(View view, Consumer<String> onFailure) {
        this.view = view;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name("ledger-view").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** To be called when a row is durable, before anybody is told. */
    void show(long number, List<JournalRecord> records, Runnable then) throws InterruptedException {
        view.durable(number);
        waiting.put(new Row(number, records, then));
    }

    private void run() {
        try {
            for (Row row = waiting.take(); row != END; row = waiting.take()) {
                view.apply(row.number(), row.records());
                row.then().run();
            }
        } catch (Throwable e) { // whatever it is, what is shown and what is written differ from now on
            LOG.error("The ledger's entries cannot be shown any more", e);
            view.fail("the ledger has stopped: " + e.getMessage());
            onFailure.accept("its entries cannot be shown: " + e.getMessage());
            // The writer may wait for room.
            waiting.clear();
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends when all is shown. To be called when nothing more is written. */
    @Override
    public void close() {
        try {
            while (thread.isAlive() && !waiting.offer(END)) {
                Thread.onSpinWait();
            }
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
