package org.weighhouse.report.internal.pdf;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.weighhouse.api.Amount;
import org.weighhouse.report.internal.usage.Money;

/** Exact figures for people: {@code 12,500} or {@code 0.25}. */
final class Figures {

    private Figures() {}

    static String grouped(Amount amount) {
        return grouped(amount.toBigDecimal());
    }

    static String grouped(BigDecimal value) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }

    /** A cost, such as {@code 1,234.50} or {@code 0.000063}. */
    static String money(Amount cost, Money money) {
        return new DecimalFormat(money.pattern(), DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                .format(money.of(cost));
    }

    /** A share such as {@code 12.5 %}; what is there at all is never shown as nothing. */
    static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        return String.format(Locale.ENGLISH, "%.1f %%", percent);
    }

    /** For drawing only, where a rounding error is thinner than a line. */
    static double share(Amount part, Amount whole) {
        return whole.isZero() ? 0 : (double) part.milli() / whole.milli();
    }
}
