package org.weighhouse.pricing.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.weighhouse.api.Amount;

/** Numbers between what people write and what is kept: whole millionths of the currency. */
final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

    private static final int MILLIONTHS = 6;

    /** Beyond it a number is none that anybody charges, and would take long to write out. */
    private static final int MOST_DIGITS = 60;

    private Decimals() {}

    /** With at most three decimals. */
    static Amount amount(String text) {
        return exact(text, Amount::of, "has at most three decimals");
    }

    /** Of the currency, to a thousandth of a millionth. */
    static Amount millionths(String text) {
        return exact(text, value -> Amount.of(value.movePointRight(MILLIONTHS)), "has at most nine decimals");
    }

    static long wholeMillionths(String text) {
        return exact(text, value -> value.movePointRight(MILLIONTHS).longValueExact(), "has at most six decimals");
    }

    static long whole(String text) {
        return exact(text, BigDecimal::longValueExact, "is a whole number");
    }

    /** @throws IllegalArgumentException if it is anything but digits with at most one point, or cannot be kept as it is */
    private static <T> T exact(String text, Function<BigDecimal, T> kept, String otherwise) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("is a number such as 12 or 0.15, not " + text);
        }
        try {
            return kept.apply(new BigDecimal(text));
        } catch (ArithmeticException inexact) {
            throw new IllegalArgumentException(otherwise + ", not " + text, inexact);
        }
    }

    /**
     * Rounded half up, for numbers that a program wrote which keeps them as binary fractions: 2.4999999999999998e-06 is
     * 2.5 millionths.
     *
     * @throws IllegalArgumentException if it is negative or beyond all prices
     */
    static long roundedMillionths(BigDecimal value) {
        if (value.signum() < 0 || value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("has a price that is none: " + value);
        }
        try {
            return value.movePointRight(MILLIONTHS)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        } catch (ArithmeticException tooHigh) {
            throw new IllegalArgumentException("has a price that is none: " + value, tooHigh);
        }
    }

    static String written(Amount millionths) {
        return plain(millionths.toBigDecimal().movePointLeft(MILLIONTHS));
    }

    static String written(long millionths) {
        return plain(BigDecimal.valueOf(millionths, MILLIONTHS));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
