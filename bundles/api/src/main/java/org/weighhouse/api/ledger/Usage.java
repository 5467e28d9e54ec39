package org.weighhouse.api.ledger;

import org.weighhouse.api.Amount;
import org.weighhouse.api.TokenBuckets;

/**
 * A sum over entries.
 *
 * @param events how many entries, corrections not counted
 */
public record Usage(Amount amount, long events, TokenBuckets tokens) {

    public static final Usage NONE = new Usage(Amount.ZERO, 0, TokenBuckets.NONE);

    public Usage plus(Usage other) {
        return new Usage(amount.plus(other.amount), Math.addExact(events, other.events), tokens.plus(other.tokens));
    }
}
