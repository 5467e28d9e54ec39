package org.weighhouse.dashboard.internal.services;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns any number of signals into few updates: the first signal updates at once, those that follow within
 * {@link #SPACING} are answered by one more update at its end. Updates never overlap. Thread-safe.
 */
public final class Pulse {

    /** Shortest time between two updates: four a second at most. */
    public static final Duration SPACING = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Runnable update;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean closed;
    private long lastNanos = System.nanoTime() - SPACING.toNanos();

    public Pulse(Runnable update) {
        this.update = update;
    }

    /** Asks for an update; returns at once. */
    public void signal() {
        if (!closed && pending.compareAndSet(false, true)) {
            Thread.ofVirtual().name("dashboard-update").start(this::run);
        }
    }

    /** Asks for an update later; returns at once. */
    public void signalAfter(Duration delay) {
        Thread.ofVirtual().name("dashboard-retry").start(() -> {
            try {
                Thread.sleep(delay);
                signal();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    public void close() {
        closed = true;
    }

    private void run() {
        // The signal came on another bundle's thread; classes are to be found where ours are.
        Thread.currentThread().setContextClassLoader(Pulse.class.getClassLoader());
        oneAtATime.lock();
        try {
            long wait = lastNanos + SPACING.toNanos() - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            pending.set(false);
            lastNanos = System.nanoTime();
            if (!closed) {
                update.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("A page could not be updated; it will be with the next change", failure);
        } finally {
            oneAtATime.unlock();
        }
    }
}
