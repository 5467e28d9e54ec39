package org.weighhouse.ledger.internal.rollup;

/**
 * Limits of the cells.
 *
 * @param maxCombinations combinations of dimensions that a workspace and unit may have on one UTC day, 1 to 1,000,000.
 *     Further ones lose campaign and automation flow, and once there are as many of those, all dimensions
 * @param quarterHourDays days, at least 1, for which cells of a quarter of an hour are kept; of older ones only the sums
 *     of the workspace's local days
 * @param retentionDays days, at least 32, for which cells are kept at all; 0 for ever
 */
public record CellSettings(int maxCombinations, int quarterHourDays, int retentionDays) {

    public static final CellSettings DEFAULT = new CellSettings(1_000, 400, 0);

    private static final int MAX_COMBINATIONS = 1_000_000;

    /** A month must be whole, or its balance would be wrong. */
    private static final int MIN_RETENTION_DAYS = 32;

    /** @throws IllegalArgumentException if a value is out of range */
    public CellSettings {
        if (maxCombinations < 1 || maxCombinations > MAX_COMBINATIONS) {
            throw new IllegalArgumentException("maxCombinations must be 1 to " + MAX_COMBINATIONS);
        }
        if (quarterHourDays < 1) {
            throw new IllegalArgumentException("quarterHourDays must be at least 1");
        }
        if (retentionDays != 0 && retentionDays < MIN_RETENTION_DAYS) {
            throw new IllegalArgumentException("retentionDays must be 0 or at least " + MIN_RETENTION_DAYS);
        }
    }

    /** First UTC day whose quarters and ticks are kept. */
    int oldestFineDay(int today) {
        return Math.max(0, today - quarterHourDays);
    }

    boolean isCoarse(int day, int today) {
        return day < oldestFineDay(today);
    }

    boolean isDropped(int day, int today) {
        return retentionDays > 0 && day < today - retentionDays;
    }
}
