package org.weighhouse.adapter.camel.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/**
 * What was used while the ledger could not write: counted, in the order it came, as soon as it can again. In memory
 * alone and at most {@link #MAX_CALLS} of it; what is still here when the adapter stops is told of in the log.
 * Thread-safe.
 */
final class Arrears {

    /** Most calls that wait to be counted. */
    static final int MAX_CALLS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Arrears.class);

    private final Duration pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private final Condition idle = lock.newCondition();
    private final Deque<Runnable> calls = new ArrayDeque<>();
    private boolean working;
    private boolean closed;

    /** @param pause between two attempts */
    Arrears(Duration pause) {
        this.pause = pause;
    }

    /**
     * @param count counts a call; throws {@link LedgerUnavailableException} if that is to be tried again
     * @return whether it will be tried
     */
    boolean add(Runnable count) {
        lock.lock();
        try {
            if (closed || calls.size() >= MAX_CALLS) {
                return false;
            }
            calls.addLast(count);
            if (!working) {
                working = true;
                Thread.ofVirtual().name("weighhouse-arrears").start(this::work);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more, tries once again at once, and gives up what cannot be counted then. */
    void close(Duration longest) {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
            long left = longest.toNanos();
            while (working && left > 0) {
                left = idle.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            boolean last = false;
            while (!countAll()) {
                if (last) {
                    giveUp();
                    return;
                }
                last = waitUnlessClosed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp();
        }
    }

    /** @return whether nothing is left; then the work has ended already */
    private boolean countAll() {
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            try {
                next.get().run();
            } catch (LedgerUnavailableException e) {
                LOG.debug("The ledger still cannot count", e);
                return false;
            } catch (RuntimeException e) {
                LOG.error("A call was passed on and cannot be counted", e);
            }
            remove();
        }
        return true;
    }

    private boolean waitUnlessClosed() throws InterruptedException {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!closed && left > 0) {
                left = closing.awaitNanos(left);
            }
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest call; if there is none, whoever adds one starts the work anew. */
    private Optional<Runnable> next() {
        lock.lock();
        try {
            Optional<Runnable> first = Optional.ofNullable(calls.peekFirst());
            if (first.isEmpty()) {
                rest();
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void remove() {
        lock.lock();
        try {
            calls.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    private void giveUp() {
        lock.lock();
        try {
            LOG.error("{} calls were passed on and never counted; their holds end by themselves", calls.size());
            calls.clear();
            rest();
        } finally {
            lock.unlock();
        }
    }

    private void rest() {
        working = false;
        idle.signalAll();
    }
}
