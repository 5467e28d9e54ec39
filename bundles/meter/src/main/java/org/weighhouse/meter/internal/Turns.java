package org.weighhouse.meter.internal;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.weighhouse.api.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/**
 * Lets those who read what is known of a reference and write what follows from it take turns, so that a burst of
 * statuses of one message does not decide everything many times over. Thread-safe.
 */
final class Turns {

    /** References of the same stripe wait for each other; more stripes make that rarer. */
    private static final int STRIPES = 1_024;

    private final ReentrantLock[] locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toArray(ReentrantLock[]::new);
    private final Duration longestWait;

    Turns(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** @throws LedgerUnavailableException if it was nobody's turn but others' for too long */
    <T> T take(WorkspaceId workspace, String channel, Reference reference, Supplier<T> step) {
        ReentrantLock lock = locks[Math.floorMod(Objects.hash(workspace, channel, reference), STRIPES)];
        enter(lock);
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    private void enter(ReentrantLock lock) {
        try {
            if (!lock.tryLock(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LedgerUnavailableException("others still wait for the ledger with the same reference, after "
                        + longestWait.toSeconds() + " s; saying the same again counts it once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException("interrupted while waiting for the ledger", e);
        }
    }
}
