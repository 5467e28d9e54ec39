package org.weighhouse.report.internal.usage;

import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;

/** Message credits and AI tokens of one thing, side by side; other units are left out. */
public record Spending(Amount credits, Amount tokens) {

    static final Spending NONE = new Spending(Amount.ZERO, Amount.ZERO);

    static Spending of(Unit unit, Usage usage) {
        return switch (unit) {
            case MESSAGE_CREDIT -> new Spending(usage.amount(), Amount.ZERO);
            case AI_TOKEN -> new Spending(Amount.ZERO, usage.amount());
            case SUBSCRIBER, ENGAGEMENT, ENGAGEMENT_VALUE -> NONE;
        };
    }

    public Spending plus(Spending other) {
        return new Spending(credits.plus(other.credits), tokens.plus(other.tokens));
    }

    public boolean isNothing() {
        return credits.isZero() && tokens.isZero();
    }
}
