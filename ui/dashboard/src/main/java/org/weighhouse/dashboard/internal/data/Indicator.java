package org.weighhouse.dashboard.internal.data;

import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Usage;

/**
 * What a card shows of one unit.
 *
 * @param total what use is shown against; zero when there is no limit
 * @param counted how many there were this month, and what was charged for them
 * @param percent used of total, rounded down; above 100 with overage
 */
public record Indicator(
        Unit unit,
        Counted counted,
        Level level,
        int percent,
        Amount used,
        Amount total,
        Amount available,
        Amount reserved,
        Amount overage) {

    /** @param month what was used of the unit in the balance's period */
    public static Indicator of(Unit unit, Balance balance, Usage month) {
        Counted counted = Counted.of(unit, month);
        if (!balance.limited()) {
            return new Indicator(
                    unit,
                    counted,
                    Level.UNLIMITED,
                    0,
                    balance.used(),
                    Amount.ZERO,
                    Amount.ZERO,
                    balance.reserved(),
                    Amount.ZERO);
        }
        return new Indicator(
                unit,
                counted,
                Level.of(balance.used(), balance.granted()),
                balance.percentUsed(),
                balance.used(),
                balance.granted(),
                balance.available(),
                balance.reserved(),
                balance.overage());
    }

    public boolean limited() {
        return level != Level.UNLIMITED;
    }

    /** One sentence for people who hear the card rather than see it. */
    public String spoken(Formats formats) {
        String name = UnitNames.title(unit) + ": "
                + (counted.isWeighted()
                        ? counted.numberText(formats) + ", " + formats.charged(unit, used)
                        : formats.amount(used))
                + " used";
        if (!limited()) {
            return name + ", no limit";
        }
        return name + " of " + formats.amount(total) + ", " + formats.percent(percent) + ". " + level.label();
    }
}
