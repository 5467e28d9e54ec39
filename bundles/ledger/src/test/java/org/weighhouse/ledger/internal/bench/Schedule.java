package org.weighhouse.ledger.internal.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Arrivals at a fixed rate, whether or not those before were answered. An answer's time is counted from its arrival and
 * not from when somebody was free to send, so that a pause is felt by everybody who would have felt it. Thread-safe.
 */
final class Schedule {

    private static final long MAX_LATENCY_IN_NS = TimeUnit.MINUTES.toNanos(10);

    /** Sleeping is not exact to less. */
    private static final long SPIN_IN_NS = 60_000;

    private final int count;
    private final double intervalInNs;
    private final Histogram times = new ConcurrentHistogram(MAX_LATENCY_IN_NS, 3);
    private final long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);

    Schedule(int arrivalsPerSecond, int seconds) {
        this.count = Math.multiplyExact(arrivalsPerSecond, seconds);
        this.intervalInNs = 1e9 / arrivalsPerSecond;
    }

    int count() {
        return count;
    }

    /** Waits until the arrival with this number. */
    void await(int number) {
        long arrival = arrivalOf(number);
        for (long left = arrival - System.nanoTime(); left > 0; left = arrival - System.nanoTime()) {
            if (left > SPIN_IN_NS) {
                LockSupport.parkNanos(left - SPIN_IN_NS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    void answered(int number) {
        times.recordValue(Math.clamp(System.nanoTime() - arrivalOf(number), 0, MAX_LATENCY_IN_NS));
    }

    /** Nanoseconds from arrival to answer. */
    Histogram times() {
        return times;
    }

    private long arrivalOf(int number) {
        return start + (long) (number * intervalInNs);
    }
}
