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

    @Override
    public int hashCode() {
        return hash(attribution, DIMENSIONS.length);
    }

    /** Of the first dimensions. Part of the stored form of a day. */
    static int hash(Attribution attribution, int dimensions) {
        int hash = 0;
        for (int i = 0; i < dimensions; i++) {
            hash = hash * 31 + attribution.get(DIMENSIONS[i]).hashCode();
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
