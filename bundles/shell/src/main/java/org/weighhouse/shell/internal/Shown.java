package org.weighhouse.shell.internal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;

/** How values are shown to an operator. */
final class Shown {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final int MILLIS_PER_TENTH = 100;

    private Shown() {}

    static String unit(Unit unit) {
        return unit.slug();
    }

    /** Exact, thousands grouped: {@code 12,500.25}. */
    static String amount(Amount amount) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(amount.toBigDecimal());
    }

    /** Thousands grouped: {@code 12,500}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String seconds(Duration time) {
        return count(time.toSeconds()) + "." + time.toMillisPart() / MILLIS_PER_TENTH + " s";
    }

    static String allowance(Optional<Allowance> allowance) {
        return allowance
                .map(some -> amount(some.amount()) + " " + some.limit().name().toLowerCase(Locale.ROOT)
                        + (some.rollsOver() ? ", rolls over" : ""))
                .orElse("no limit");
    }

    /** The names of all dimensions. */
    static String dimensions() {
        return Arrays.stream(Dimension.values()).map(Dimension::key).collect(Collectors.joining(", "));
    }

    static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    static String second(Instant time, ZoneId zone) {
        return SECOND.format(time.atZone(zone));
    }
}
