package org.weighhouse.pricing.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.weighhouse.api.Amount;

/** Numbers between what people write and what is kept: whole millionths of the currency. */
final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

    private static final int MILLIONTHS = 6;

    /** Beyond it a number is none that anybody charges, and would take long to write out. */
    private static final int MOST_DIGITS = 60;

    private Decimals() {}

    /** @throws IllegalArgumentException if it is anything but digits with at most one point */
    static BigDecimal parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("is a number such as 12 or 0.15, not " + text);
        }
        return new BigDecimal(text);
    }

    /** @throws IllegalArgumentException if it has more than three decimals */
    static Amount amount(String text) {
        try {
            return Amount.of(parse(text));
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("has at most three decimals, not " + text, tooFine);
        }
    }

    /** Of the currency, to a thousandth of a millionth. */
    static Amount millionths(String text) {
        try {
            return Amount.of(parse(text).movePointRight(MILLIONTHS));
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("has at most nine decimals, not " + text, tooFine);
        }
    }

    static long wholeMillionths(String text) {
        try {
            return parse(text).movePointRight(MILLIONTHS).longValueExact();
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("has at most six decimals, not " + text, tooFine);
        }
    }

    static long whole(String text) {
        try {
            return parse(text).longValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException("is a whole number, not " + text, fraction);
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
