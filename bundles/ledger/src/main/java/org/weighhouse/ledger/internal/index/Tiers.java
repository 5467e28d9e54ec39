package org.weighhouse.ledger.internal.index;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which runs are to be merged. A tier is the runs of about equal size: each tier's are up to {@code mergeFactor} times
 * as large as those of the one below. All runs much smaller than a full table are in the lowest tier: merging them
 * costs next to nothing, and checkpoints of a quiet ledger do not leave many runs behind.
 */
final class Tiers {

    private static final int SMALL_PART = 32;

    private final int mergeFactor;
    private final long smallCount;

    Tiers(IndexSettings settings) {
        this.mergeFactor = settings.mergeFactor();
        this.smallCount = Math.max(1, settings.tableLimit() / SMALL_PART);
    }

    /**
     * The runs of the lowest tier that is full, or none. One tier a checkpoint: what a merge leads to in the tier above
     * is due at the next one, so that no checkpoint writes more than one merged run.
     */
    List<Run> due(List<Run> runs) {
        TreeMap<Integer, List<Run>> tiers = runs.stream()
                .collect(Collectors.groupingBy(run -> tier(run.count()), TreeMap::new, Collectors.toList()));
        return tiers.values().stream()
                .filter(tier -> tier.size() >= mergeFactor)
                .findFirst()
                .orElse(List.of());
    }

    int tier(long count) {
        int tier = 0;
        for (long rest = count / smallCount; rest > 0; rest /= mergeFactor) {
            tier++;
        }
        return tier;
    }
}
