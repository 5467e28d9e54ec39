package org.weighhouse.meter.internal;

import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;

/**
 * What is counted of a thing, or of a part of it.
 *
 * @param amount what the workspace is charged
 * @param cost what the provider charges
 */
record Counted(Amount amount, Measures measures, Amount cost, Attribution attribution) {

    static Counted nothing(Attribution attribution) {
        return new Counted(Amount.ZERO, Measures.NONE, Amount.ZERO, attribution);
    }

    /** Apart from costs. Nothing is the same as nothing, whatever it is attributed to. */
    boolean isSameUsage(Counted other) {
        boolean sameSize = amount.equals(other.amount) && measures.equals(other.measures);
        boolean nothing = amount.isZero() && measures.equals(Measures.NONE);
        return sameSize && (nothing || attribution.equals(other.attribution));
    }

    /** No cost is the same as no cost, whatever it is attributed to. */
    boolean isSameCost(Counted other) {
        return cost.equals(other.cost) && (cost.isZero() || attribution.equals(other.attribution));
    }
}
