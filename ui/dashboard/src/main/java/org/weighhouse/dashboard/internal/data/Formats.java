package org.weighhouse.dashboard.internal.data;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.weighhouse.api.Amount;

/** Texts for people: numbers in their locale, days and times in the workspace's zone. */
public record Formats(Locale locale, ZoneId zone) {

    /** Exact, such as {@code 12,500} or {@code 0.25}. */
    public String amount(Amount amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(amount.toBigDecimal());
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Such as {@code 62%}. */
    public String percent(int percent) {
        return NumberFormat.getIntegerInstance(locale).format(percent) + "%";
    }

    /** Such as {@code 62.5 %} of a whole, rounded to one decimal; empty for a share of nothing. */
    public String share(Amount part, Amount whole) {
        if (!whole.isPositive()) {
            return "";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format((double) part.milli() / whole.milli());
    }

    /** Such as {@code Nov 23}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(day);
    }

    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    /** Such as {@code Nov 23, 2026}. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    public String month(Instant instant) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(locale)
                .format(LocalDate.ofInstant(instant, zone));
    }

    /** Such as {@code Nov 23, 2026, 2:30:05 PM}. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** Such as {@code 14:00}. */
    public String hour(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(zone));
    }
}
