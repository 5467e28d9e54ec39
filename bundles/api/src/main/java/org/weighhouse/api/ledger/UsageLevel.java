package org.weighhouse.api.ledger;

import java.math.BigDecimal;
import org.weighhouse.api.Amount;

/** How near its limit something is, compared exactly: the same everywhere it is shown. */
public enum UsageLevel {
    /** Below {@link #WATCH_PERCENT}. */
    LOW,
    /** From {@link #WATCH_PERCENT} up to and with {@link #HIGH_PERCENT}. */
    WATCH,
    /** Above {@link #HIGH_PERCENT}; also when nothing at all is granted. */
    HIGH;

    public static final int WATCH_PERCENT = 50;
    public static final int HIGH_PERCENT = 80;

    public static UsageLevel of(Amount used, Amount total) {
        if (!total.isPositive() || compare(used, total, HIGH_PERCENT) > 0) {
            return HIGH;
        }
        return compare(used, total, WATCH_PERCENT) >= 0 ? WATCH : LOW;
    }

    /** Used in percent of the total, rounded down; 100 when something was used of nothing. */
    public static int percent(Amount used, Amount total) {
        if (total.isZero()) {
            return used.isZero() ? 0 : 100;
        }
        return used.toBigDecimal()
                .movePointRight(2)
                .divideToIntegralValue(total.toBigDecimal())
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    private static int compare(Amount used, Amount total, int percent) {
        BigDecimal share = used.toBigDecimal().movePointRight(2);
        return share.compareTo(total.toBigDecimal().multiply(BigDecimal.valueOf(percent)));
    }
}
