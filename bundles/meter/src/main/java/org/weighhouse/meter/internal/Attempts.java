package org.weighhouse.meter.internal;

import java.util.function.Supplier;

/** Decides again where what a decision rested on has changed meanwhile. */
final class Attempts {

    /**
     * Most attempts at one decision. What it rests on changes only when somebody else has written what was said or
     * counted under the same reference, and those of this meter take turns: so many times in a row is a bug.
     */
    static final int MAX = 100;

    private Attempts() {}

    /**
     * @param stale the answer that means "once more"
     * @throws IllegalStateException if there is no other one
     */
    static <T> T until(T stale, Supplier<T> attempt) {
        for (int made = 0; made < MAX; made++) {
            T outcome = attempt.get();
            if (!outcome.equals(stale)) {
                return outcome;
            }
        }
        throw new IllegalStateException("the ledger called " + MAX + " decisions in a row stale");
    }
}
