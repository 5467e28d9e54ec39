package org.weighhouse.gateway.internal.share;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.weighhouse.gateway.internal.settings.Rate;

/**
 * A token bucket for each name: so many calls at once, and so many a second for long. Only the names heard of last are
 * remembered; one that is forgotten starts with a full bucket. Thread-safe.
 */
public final class RateLimiter {

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    /** For no longer than that is anybody kept waiting for what was charged. */
    private static final long NANOS_OF_DEBT = 60 * NANOS_A_SECOND;

    private final Clock clock;
    private final Instant start;
    private final long nanosACall;
    private final long nanosABurst;
    private final ReentrantLock lock = new ReentrantLock();
    /** When each bucket will be full again, in nanoseconds after the start; the one longest silent first. */
    private final Map<String, Long> fullAt;

    /** @param most most names that are remembered */
    public RateLimiter(Rate rate, int most, Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
        this.nanosACall = NANOS_A_SECOND / rate.perSecond();
        this.nanosABurst = nanosACall * rate.burst();
        this.fullAt = new Remembered(most);
    }

    private static final class Remembered extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1;

        private final int most;

        private Remembered(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > most;
        }
    }

    /** Takes a token of a name's; if it has none, how long until it has: zero means that it may go on. */
    public Duration take(String name) {
        return take(name, Duration.ZERO);
    }

    /**
     * Takes a token of a name's, also one that it will have soon.
     *
     * @param patience for how long the caller waits for one
     * @return how long until it has one; if that is longer than the patience, none is taken
     */
    public Duration take(String name, Duration patience) {
        long now = Duration.between(start, clock.instant()).toNanos();
        long latest = nanosABurst + patience.toNanos();
        lock.lock();
        try {
            long full = fullAt.getOrDefault(name, now);
            // No bucket is emptier than what was charged makes it: if it seems so, the clock was put back.
            if (full < now || full - now > latest + NANOS_OF_DEBT) {
                full = now;
            }
            long missing = Math.max(0, full + nanosACall - now - nanosABurst);
            fullAt.put(name, missing > patience.toNanos() ? full : full + nanosACall);
            return Duration.ofNanos(missing);
        } finally {
            lock.unlock();
        }
    }

    /** Takes further tokens of a name's after the fact, also such as it does not have yet. */
    public void charge(String name, long calls) {
        long now = Duration.between(start, clock.instant()).toNanos();
        lock.lock();
        try {
            long full = Math.max(now, fullAt.getOrDefault(name, now));
            fullAt.put(name, Math.min(full + calls * nanosACall, now + nanosABurst + NANOS_OF_DEBT));
        } finally {
            lock.unlock();
        }
    }

    int remembered() {
        lock.lock();
        try {
            return fullAt.size();
        } finally {
            lock.unlock();
        }
    }
}
