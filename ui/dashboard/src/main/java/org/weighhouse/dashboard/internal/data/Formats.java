package org.weighhouse.dashboard.internal.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;

/**
 * Texts for people: numbers in their locale, days and times in the workspace's zone.
 *
 * @param currency what the workspace's costs are in
 */
public record Formats(Locale locale, ZoneId zone, Currency currency) {

    /** The ledger counts thousandths of a millionth of the currency. */
    private static final int COST_SCALE = 9;

    /** Exact, such as {@code 12,500} or {@code 0.25}. */
    public String amount(Amount amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(amount.toBigDecimal());
    }

    /** Exact; a cost as money, with the currency's decimals and those behind them that are not zero. */
    public String amount(Unit unit, Amount amount) {
        return unit == Unit.COST ? money(amount) : amount(amount);
    }

    /** What was charged in a unit and its name, such as {@code 20,100 credits}. */
    public String charged(Unit unit, Amount amount) {
        String noun = UnitNames.charged(unit);
        return amount(unit, amount) + (noun.isEmpty() ? "" : " " + noun);
    }

    /** A cost rounded half up to the currency's decimals, for a glance; {@link #amount(Unit, Amount)} is exact. */
    public String rounded(Amount cost) {
        return money(cost, Math.max(0, currency.getDefaultFractionDigits()));
    }

    private String money(Amount cost) {
        return money(cost, COST_SCALE);
    }

    private String money(Amount cost, int mostDecimals) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
        format.setMaximumFractionDigits(mostDecimals);
        return format.format(BigDecimal.valueOf(cost.milli(), COST_SCALE));
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
