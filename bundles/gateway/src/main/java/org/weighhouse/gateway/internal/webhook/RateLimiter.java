package org.weighhouse.gateway.internal.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighhouse.gateway.internal.settings.WebhookSettings;

/**
 * A token bucket for each account: so many calls at once, and so many a second for long. Only the accounts heard of last
 * are remembered; one that is forgotten starts with a full bucket. Thread-safe.
 */
final class RateLimiter {

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final Clock clock;
    private final Instant start;
    private final long nanosACall;
    private final long nanosABurst;
    /** When each account's bucket will be full again, in nanoseconds after the start; the one longest silent first. */
    private final Map<String, Long> fullAt;

    RateLimiter(WebhookSettings settings, Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
        this.nanosACall = NANOS_A_SECOND / settings.perSecond();
        this.nanosABurst = nanosACall * settings.burst();
        this.fullAt = new Remembered(settings.maxAccounts());
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

    /** Takes a token of the account's; if it has none, how long until it has: zero means that it may go on. */
    synchronized Duration take(String account) {
        long now = Duration.between(start, clock.instant()).toNanos();
        long full = fullAt.getOrDefault(account, now);
        // No bucket is emptier than empty: if it seems so, the clock was put back.
        if (full < now || full - now > nanosABurst) {
            full = now;
        }
        long after = full + nanosACall;
        long missing = after - now - nanosABurst;
        fullAt.put(account, missing > 0 ? full : after);
        return Duration.ofNanos(Math.max(0, missing));
    }

    synchronized int remembered() {
        return fullAt.size();
    }
}
