package org.weighhouse.dashboard.internal.services;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Says when a quarter of an hour is over. Every zone's day begins with one, so pages that follow it change their
 * "Today" at midnight, wherever that is. Looks at the clock again and again, because clocks are set and machines sleep.
 */
final class QuarterHours implements AutoCloseable {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Longest time between two looks at the clock. */
    static final Duration LONGEST_NAP = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Duration longestNap;
    private final Runnable tick;
    private final Thread thread;

    /** @param tick called after a quarter of an hour is over; must not block */
    QuarterHours(InstantSource clock, Duration longestNap, Runnable tick) {
        this.clock = clock;
        this.longestNap = longestNap;
        this.tick = tick;
        this.thread = Thread.ofVirtual().name("dashboard-quarter-hours").start(this::run);
    }

    /** Time until the next quarter begins; never zero. */
    static Duration untilNext(Instant now) {
        long quarter = QUARTER.toMillis();
        return Duration.ofMillis(quarter - Math.floorMod(now.toEpochMilli(), quarter));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        long seen = quarter();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Duration wait = untilNext(clock.instant());
                Thread.sleep(wait.compareTo(longestNap) < 0 ? wait : longestNap);
                long now = quarter();
                if (now != seen) {
                    seen = now;
                    tick.run();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private long quarter() {
        return Math.floorDiv(clock.instant().toEpochMilli(), QUARTER.toMillis());
    }
}
