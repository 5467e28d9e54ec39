package org.weighhouse.dashboard.internal.services;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.ledger.ShardHealth;

/**
 * Looks again and again whether the ledger still takes entries: when it stops, nothing is written any more, and so
 * nothing else tells pages about it.
 */
final class LedgerWatch implements AutoCloseable {

    /** Time between two looks; one look reads a field a shard. */
    static final Duration SPACING = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);

    private final Supplier<Optional<List<ShardHealth>>> ledger;
    private final Duration spacing;
    private final Runnable changed;
    private final Thread thread;
    private Optional<List<ShardHealth>> seen;

    /**
     * @param ledger how its shards are now; empty while there is no ledger
     * @param changed called after the health became another one; must not block
     */
    LedgerWatch(Supplier<Optional<List<ShardHealth>>> ledger, Duration spacing, Runnable changed) {
        this.ledger = ledger;
        this.spacing = spacing;
        this.changed = changed;
        this.seen = ledger.get();
        this.thread = Thread.ofVirtual().name("dashboard-ledger-watch").start(this::run);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(spacing);
                look();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            Optional<List<ShardHealth>> now = ledger.get();
            if (!now.equals(seen)) {
                seen = now;
                changed.run();
            }
        } catch (RuntimeException away) {
            LOG.debug("The ledger is being replaced; the next look is soon", away);
        }
    }
}
