package org.weighhouse.ledger.internal.engine;

import java.time.Duration;
import org.weighhouse.api.ledger.Ledger;

/**
 * Limits of the engine.
 *
 * @param queueCapacity most postings waiting to be written; other calls count as one
 * @param groupLimit a group commit takes no more calls once it has this many postings
 * @param notifyInterval least time between two rounds of notifications
 */
public record Settings(int queueCapacity, int groupLimit, Duration notifyInterval) {

    public static final Settings DEFAULT = new Settings(200_000, 20_000, Duration.ofMillis(100));

    /** @throws IllegalArgumentException if a batch of the largest size could never be taken */
    public Settings {
        if (queueCapacity < Ledger.MAX_BATCH) {
            throw new IllegalArgumentException("queueCapacity must be at least " + Ledger.MAX_BATCH);
        }
        if (groupLimit < 1 || notifyInterval.isNegative()) {
            throw new IllegalArgumentException("groupLimit must be positive and notifyInterval not negative");
        }
    }
}
