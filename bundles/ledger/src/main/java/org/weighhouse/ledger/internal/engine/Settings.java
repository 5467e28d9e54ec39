package org.weighhouse.ledger.internal.engine;

import java.time.Duration;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.ledger.internal.rollup.CellSettings;

/**
 * Limits of the engine.
 *
 * @param queueCapacity most postings waiting to be written; other calls count as one
 * @param groupLimit a group commit takes no more calls once it has this many postings
 * @param commitInterval least time from one group commit to the next while calls come faster than commits; a
 *     caller who is alone never waits for it
 * @param notifyInterval least time between two rounds of notifications
 * @param checkpointEntries a checkpoint is due after this many entries and ended holds
 * @param checkpointRows a checkpoint is due after this many journal rows
 * @param pageCacheBytes journal rows kept in memory for finding what was written before
 * @param maxOpenHolds most holds open at once, shared by workspaces: one may have half of them
 * @param cells limits of the roll-ups
 */
public record Settings(
        int queueCapacity,
        int groupLimit,
        Duration commitInterval,
        Duration notifyInterval,
        int checkpointEntries,
        int checkpointRows,
        long pageCacheBytes,
        int maxOpenHolds,
        CellSettings cells) {

    /** A batch of corrections that move usage comes on top, twice; a row has room for all. */
    private static final int MAX_GROUP = 400_000;

    private static final Duration MAX_COMMIT_INTERVAL = Duration.ofMillis(100);

    public static final Settings DEFAULT = new Settings(
            200_000,
            20_000,
            Duration.ofMillis(1),
            Duration.ofMillis(100),
            1_500_000,
            50_000,
            64L << 20,
            200_000,
            CellSettings.DEFAULT);

    /** @throws IllegalArgumentException if a batch of the largest size could never be taken, or a limit is not positive */
    public Settings {
        if (queueCapacity < Ledger.MAX_BATCH) {
            throw new IllegalArgumentException("queueCapacity must be at least " + Ledger.MAX_BATCH);
        }
        if (commitInterval.isNegative() || commitInterval.compareTo(MAX_COMMIT_INTERVAL) > 0) {
            throw new IllegalArgumentException("commitInterval must be 0 to " + MAX_COMMIT_INTERVAL.toMillis() + " ms");
        }
        if (groupLimit < 1 || groupLimit > MAX_GROUP || notifyInterval.isNegative()) {
            throw new IllegalArgumentException(
                    "groupLimit must be 1 to " + MAX_GROUP + " and notifyInterval not negative");
        }
        if (maxOpenHolds < 2) {
            throw new IllegalArgumentException("maxOpenHolds must be at least 2");
        }
        if (checkpointEntries < 1 || checkpointRows < 1 || pageCacheBytes < 0) {
            throw new IllegalArgumentException(
                    "checkpointEntries and checkpointRows must be positive and pageCacheBytes not negative");
        }
    }

    public Settings withCheckpointEvery(int entries, int rows) {
        return new Settings(
                queueCapacity,
                groupLimit,
                commitInterval,
                notifyInterval,
                entries,
                rows,
                pageCacheBytes,
                maxOpenHolds,
                cells);
    }

    public Settings withMaxOpenHolds(int most) {
        return new Settings(
                queueCapacity,
                groupLimit,
                commitInterval,
                notifyInterval,
                checkpointEntries,
                checkpointRows,
                pageCacheBytes,
                most,
                cells);
    }

    public Settings withCells(CellSettings other) {
        return new Settings(
                queueCapacity,
                groupLimit,
                commitInterval,
                notifyInterval,
                checkpointEntries,
                checkpointRows,
                pageCacheBytes,
                maxOpenHolds,
                other);
    }
}
