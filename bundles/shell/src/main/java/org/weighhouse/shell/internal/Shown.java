package org.weighhouse.shell.internal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;

/** How values are shown to an operator. */
final class Shown {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Shown() {}

    static String unit(Unit unit) {
        return unit.slug();
    }

    /** Exact, thousands grouped: {@code 12,500.25}. */
    static String amount(Amount amount) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(amount.toBigDecimal());
    }

    static String allowance(Optional<Allowance> allowance) {
        return allowance
                .map(some -> amount(some.amount()) + " " + some.limit().name().toLowerCase(Locale.ROOT)
                        + (some.rollsOver() ? ", rolls over" : ""))
                .orElse("no limit");
    }

    static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }
}
