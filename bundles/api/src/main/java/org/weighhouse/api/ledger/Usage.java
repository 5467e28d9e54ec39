package org.weighhouse.api.ledger;

import org.weighhouse.api.Amount;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;

/**
 * A sum over entries.
 *
 * @param amount what was charged, in the unit that was asked for
 * @param events how many entries, corrections not counted
 * @param measures how much it was, whatever it cost
 */
public record Usage(Amount amount, long events, Measures measures) {

    public static final Usage NONE = new Usage(Amount.ZERO, 0, Measures.NONE);

    public Usage plus(Usage other) {
        return new Usage(amount.plus(other.amount), Math.addExact(events, other.events), measures.plus(other.measures));
    }

    /** Messages, AI calls, subscribers or engagements. */
    public long quantity() {
        return measures.quantity();
    }

    public TokenBuckets tokens() {
        return measures.tokens();
    }
}
