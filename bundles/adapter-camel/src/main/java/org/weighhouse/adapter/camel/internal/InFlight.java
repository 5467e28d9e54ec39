package org.weighhouse.adapter.camel.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the calls that are under way, streams to their last byte. */
public final class InFlight {

    /** One call; leaving twice does nothing. */
    public final class Ticket {
        private final AtomicBoolean left = new AtomicBoolean();
        private volatile Runnable last = () -> {};

        private Ticket() {}

        /** What is to be done as the call leaves. */
        void atLast(Runnable action) {
            last = action;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                last.run();
                departed();
            }
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();
    private int count;
    private boolean closed;

    /** Empty once draining has begun. */
    public Optional<Ticket> enter() {
        lock.lock();
        try {
            if (closed) {
                return Optional.empty();
            }
            count++;
            return Optional.of(new Ticket());
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more and waits until all have left. @return whether they have */
    public boolean drain(Duration longest) {
        lock.lock();
        try {
            closed = true;
            long left = longest.toNanos();
            while (count > 0 && left > 0) {
                left = empty.awaitNanos(left);
            }
            return count == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void departed() {
        lock.lock();
        try {
            count--;
            empty.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
