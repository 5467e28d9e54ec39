package org.weighhouse.api.ledger;

import org.weighhouse.api.Amount;

/**
 * What a plan grants of one unit at the start of each month in the workspace's zone.
 *
 * @param rollsOver whether what is left at the end of a month stays available in the next; otherwise it lapses
 */
public record Allowance(Amount amount, Limit limit, boolean rollsOver) {

    public enum Limit {
        /** Reservations beyond what is available are refused. */
        HARD,
        /** Usage goes on beyond what is available and is shown as overage. */
        SOFT
    }

    /** @throws IllegalArgumentException if the amount is negative */
    public Allowance {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("an allowance must not be negative");
        }
    }
}
