package org.weighhouse.catalog.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work on the database that is done again and again, on a thread that is waited for and never interrupted: Derby takes that for
 * a broken disk and closes the database.
 */
final class Rounds {

    private final Duration pause;
    private final Runnable work;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Begins with a pause.
     *
     * @param work must not throw
     */
    Rounds(String name, Duration pause, Runnable work) {
        this.pause = pause;
        this.work = work;
        thread = Thread.ofVirtual().name(name).start(this::goOn);
    }

    private void goOn() {
        try {
            while (!ending.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                work.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for the round that is at work; there is no other after it.
     *
     * @return false if the caller was interrupted, and so does not know
     */
    boolean end() {
        ending.countDown();
        try {
            thread.join();
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
