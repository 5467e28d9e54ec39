package org.weighhouse.report.internal.usage;

import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;

/**
 * What one thing took of everything, side by side; other units are left out.
 *
 * @param messages how many, whatever they cost
 * @param credits what the messages were charged
 * @param cost what the providers charge, in millionths of the currency
 */
public record Spending(long messages, Amount credits, Amount tokens, Amount cost) {

    static final Spending NONE = new Spending(0, Amount.ZERO, Amount.ZERO, Amount.ZERO);

    static Spending of(Unit unit, Usage usage) {
        return switch (unit) {
            case MESSAGE_CREDIT -> new Spending(usage.quantity(), usage.amount(), Amount.ZERO, Amount.ZERO);
            case AI_TOKEN -> new Spending(0, Amount.ZERO, usage.amount(), Amount.ZERO);
            case COST -> new Spending(0, Amount.ZERO, Amount.ZERO, usage.amount());
            case SUBSCRIBER, ENGAGEMENT, ENGAGEMENT_VALUE -> NONE;
        };
    }

    public Spending plus(Spending other) {
        return new Spending(
                Math.addExact(messages, other.messages),
                credits.plus(other.credits),
                tokens.plus(other.tokens),
                cost.plus(other.cost));
    }

    public boolean isNothing() {
        return equals(NONE);
    }
}
