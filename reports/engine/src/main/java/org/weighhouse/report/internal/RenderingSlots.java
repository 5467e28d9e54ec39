package org.weighhouse.report.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets only so many reports be rendered at once, first come first served; the others wait a bounded time. */
final class RenderingSlots {

    private final Semaphore slots;
    private final Duration wait;

    RenderingSlots(int concurrent, Duration wait) {
        this.slots = new Semaphore(concurrent, true);
        this.wait = wait;
    }

    @FunctionalInterface
    interface Rendering<T> {
        T run() throws IOException;
    }

    /** @throws IOException if no slot became free in time, or the rendering failed */
    <T> T run(Rendering<T> rendering) throws IOException {
        acquire();
        try {
            return rendering.run();
        } finally {
            slots.release();
        }
    }

    private void acquire() throws IOException {
        try {
            if (!slots.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("Too many reports are being made at the moment; try again shortly");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for other reports");
        }
    }
}
