package org.weighhouse.ledger.internal.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Arrivals at a fixed rate, whether or not those before were answered. An answer's time is counted from its arrival and
 * not from when somebody was free to send, so that a pause is felt by everybody who would have felt it. Thread-safe once it
 * has begun.
 */
final class Schedule {

    private static final long MAX_LATENCY_IN_NS = TimeUnit.MINUTES.toNanos(10);
    private static final long LEAD_IN_NS = TimeUnit.MILLISECONDS.toNanos(50);

    private final int count;
    private final double intervalInNs;
    private final Histogram times = new ConcurrentHistogram(MAX_LATENCY_IN_NS, 3);
    private long start;

    private Schedule(int count, double intervalInNs) {
        this.count = count;
        this.intervalInNs = intervalInNs;
    }

    /** So many arrivals a second for so long. */
    static Schedule ofRate(int arrivalsPerSecond, int seconds) {
        return new Schedule(Math.multiplyExact(arrivalsPerSecond, seconds), 1e9 / arrivalsPerSecond);
    }

    /** Everything is there from the beginning. */
    static Schedule atOnce(int count) {
        return new Schedule(count, 0);
    }

    /** The first arrival is soon; to be called before anything is awaited. */
    void begin() {
        start = System.nanoTime() + LEAD_IN_NS;
    }

    int count() {
        return count;
    }

    /**
     * Sleeps until the arrival with this number. It oversleeps by some ten microseconds, which the answer's time includes:
     * waiting awake would take the processor from whatever is measured.
     */
    void await(int number) {
        long arrival = arrivalOf(number);
        for (long left = arrival - System.nanoTime(); left > 0; left = arrival - System.nanoTime()) {
            LockSupport.parkNanos(left);
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
