package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;

/** The dimensions of an attribution, as a key: the subscriber is not looked at. */
record Combination(Attribution attribution) {

    private static final Dimension[] DIMENSIONS = Dimension.values();

    @Override
    public boolean equals(Object other) {
        return other instanceof Combination combination && sameAs(combination.attribution);
    }

    /** Part of the stored form of a day. */
    @Override
    public int hashCode() {
        int hash = 0;
        for (Dimension dimension : DIMENSIONS) {
            hash = hash * 31 + attribution.get(dimension).hashCode();
        }
        return hash;
    }

    private boolean sameAs(Attribution other) {
        for (Dimension dimension : DIMENSIONS) {
            if (!attribution.get(dimension).equals(other.get(dimension))) {
                return false;
            }
        }
        return true;
    }
}
