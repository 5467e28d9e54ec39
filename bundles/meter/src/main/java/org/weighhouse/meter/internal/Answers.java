package org.weighhouse.meter.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/**
 * Waits for the ledger's answers and throws what it threw, with the stack of the one who waits.
 *
 * @param timeout longest wait for one answer
 */
record Answers(Duration timeout) {

    /**
     * @throws LedgerUnavailableException if the ledger cannot write, or did not answer in time
     * @throws IllegalArgumentException if the ledger refuses what it was given
     */
    <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (TimeoutException e) {
            throw new LedgerUnavailableException(
                    "the ledger did not answer in " + timeout.toSeconds()
                            + " s; asking again with the same id counts once",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException("interrupted while waiting for the ledger", e);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case LedgerUnavailableException e -> new LedgerUnavailableException(e.getMessage(), e);
            case IllegalArgumentException e -> new IllegalArgumentException(e.getMessage(), e);
            case Error e -> throw e;
            default -> new IllegalStateException("the ledger failed: " + cause.getMessage(), cause);
        };
    }
}
