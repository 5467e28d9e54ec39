package org.weighhouse.catalog.internal;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.weighhouse.api.access.TooManyLoginsException;
import org.weighhouse.api.catalog.Secret;

/**
 * Computes hashes a few at a time: each takes memory and a core, and strangers can ask for as many as they like. On threads of
 * its own, for a virtual one keeps its carrier until it waits for something, which a hash never does: as many as there are cores
 * would hold up everything else that runs on virtual threads. Who comes first is served first. Thread-safe.
 */
final class PasswordCheck {

    /** Hashes computed at the same time: a quarter of the cores, with 19 MiB of memory each. */
    static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);

    /** Most that wait for their turn. */
    static final int MAX_WAITING = 100;

    /** Longest wait for a hash. */
    static final Duration MAX_WAIT = Duration.ofSeconds(10);

    /** Until a thread without work ends. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().daemon().name("weighhouse-passwords-", 0).factory());

    /** Compared with for names that are unknown, so that these take as long. */
    private final PasswordHash nobody = PasswordHash.of(new Secret("nobody has this one"));

    PasswordCheck() {
        threads.allowCoreThreadTimeOut(true);
    }

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

    private <T> T inTurn(Callable<T> work) {
        Future<T> hash;
        try {
            hash = threads.submit(work);
        } catch (RejectedExecutionException full) {
            throw new TooManyLoginsException();
        }
        try {
            return hash.get(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            hash.cancel(false);
            throw new TooManyLoginsException();
        } catch (InterruptedException stopped) {
            hash.cancel(false);
            Thread.currentThread().interrupt();
            throw new TooManyLoginsException();
        } catch (ExecutionException mistake) {
            throw new IllegalStateException("a hash cannot be computed", mistake.getCause());
        }
    }
}
