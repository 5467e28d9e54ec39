package org.weighhouse.dashboard.internal.gate;

import java.util.HashMap;
import java.util.Map;

/** Places of which nobody may take more than a share, so that one leaves the others theirs. Thread-safe. */
final class Shares {

    private final int share;
    private final int places;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /**
     * @param share most places of one
     * @param places most of all together
     */
    Shares(int share, int places) {
        this.share = share;
        this.places = places;
    }

    /** Whether there was a place; whoever took one gives it back. */
    synchronized boolean take(String who) {
        int before = taken.getOrDefault(who, 0);
        if (before >= share || all >= places) {
            return false;
        }
        taken.put(who, before + 1);
        all++;
        return true;
    }

    synchronized void giveBack(String who) {
        taken.computeIfPresent(who, (name, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
