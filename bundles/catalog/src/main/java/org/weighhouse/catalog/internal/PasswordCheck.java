package org.weighhouse.catalog.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.weighhouse.api.access.TooManyLoginsException;
import org.weighhouse.api.catalog.Secret;

/**
 * Computes hashes a few at a time: each takes memory and a core, and strangers can ask for as many as they like. Who comes
 * first is served first. Thread-safe.
 */
final class PasswordCheck {

    /** Hashes computed at the same time: their memory is 19 MiB each. */
    static final int AT_ONCE = 2;

    /** Most that wait for their turn. */
    static final int MAX_WAITING = 100;

    /** Longest wait for a turn. */
    static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final AtomicInteger waiting = new AtomicInteger();

    /** Compared with for names that are unknown, so that these take as long. */
    private final PasswordHash nobody = PasswordHash.of(new Secret("nobody has this one"));

    /** @throws TooManyLoginsException if the turn does not come in time */
    boolean matches(PasswordHash hash, Secret password) {
        return inTurn(() -> hash.matches(password));
    }

    /** Takes as long as {@link #matches}. */
    void matchNobody(Secret password) {
        inTurn(() -> nobody.matches(password));
    }

    PasswordHash hash(Secret password) {
        return inTurn(() -> PasswordHash.of(password));
    }

    private <T> T inTurn(Supplier<T> work) {
        if (waiting.incrementAndGet() > MAX_WAITING + AT_ONCE) {
            waiting.decrementAndGet();
            throw new TooManyLoginsException();
        }
        try {
            if (!turns.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyLoginsException();
            }
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooManyLoginsException();
        } finally {
            waiting.decrementAndGet();
        }
    }
}
