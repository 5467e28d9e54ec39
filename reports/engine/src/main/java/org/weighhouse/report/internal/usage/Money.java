package org.weighhouse.report.internal.usage;

import java.math.BigDecimal;
import java.util.Currency;
import org.weighhouse.api.Amount;

/** Costs in a workspace's currency, exact. */
public record Money(Currency currency) {

    /** The ledger counts thousandths of a millionth of the currency. */
    private static final int SCALE = 9;

    private static final int MILLIONTHS = 6;

    /** With six decimals, or more where a millionth was split: what adds up to a cost again. */
    public String exact(Amount cost) {
        BigDecimal value = of(cost).stripTrailingZeros();
        return value.setScale(Math.max(MILLIONTHS, value.scale())).toPlainString();
    }

    /** A cost in whole units of the currency. */
    public BigDecimal of(Amount cost) {
        return BigDecimal.valueOf(cost.milli(), SCALE);
    }

    /** How a cost is shown: with the currency's decimals, and those behind them only where they are not zero. */
    public String pattern() {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return "#,##0" + (digits == 0 ? "." : "." + "0".repeat(digits)) + "#".repeat(SCALE - digits);
    }
}
