package org.weighhouse.dashboard.internal.data;

import java.math.BigDecimal;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;

/**
 * How many there were and how much was charged for them: one number as long as a message costs a credit and a token
 * counts as one, else two, and then it is said which is which.
 *
 * @param number messages or tokens, whatever they cost; of other units there is only what was charged
 */
public record Counted(Unit unit, long number, Amount charged) {

    public static Counted of(Unit unit, Usage usage) {
        return of(unit, usage.amount(), usage.measures());
    }

    public static Counted of(Unit unit, Amount charged, Measures measures) {
        return new Counted(unit, unit == Unit.AI_TOKEN ? measures.tokens().total() : measures.quantity(), charged);
    }

    /** Whether the numbers differ; a unit that knows no other number than the charged one has no difference. */
    public boolean isWeighted() {
        return switch (unit) {
            case MESSAGE_CREDIT, AI_TOKEN -> charged.toBigDecimal().compareTo(BigDecimal.valueOf(number)) != 0;
            case SUBSCRIBER, ENGAGEMENT, ENGAGEMENT_VALUE, COST -> false;
        };
    }

    /** Such as {@code 6,700 messages}, or {@code 6,700 messages · 20,100 credits}. */
    public String text(Formats formats) {
        return isWeighted() ? numberText(formats) + " · " + formats.charged(unit, charged) : plain(formats);
    }

    /** Such as {@code 6,700 messages}, whatever was charged for them. */
    public String numberText(Formats formats) {
        return formats.count(number) + " " + UnitNames.noun(unit);
    }

    private String plain(Formats formats) {
        String noun = UnitNames.noun(unit);
        return formats.amount(unit, charged) + (noun.isEmpty() ? "" : " " + noun);
    }
}
