package org.weighhouse.api;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A quantity of one {@link Unit}: a fixed-point number with three decimals, held as an integer count of
 * thousandths. All arithmetic is exact; a result outside ±9.2 × 10<sup>15</sup> units throws
 * {@link ArithmeticException} rather than wrap. Immutable and thread-safe.
 *
 * @param milli thousandths of a unit
 */
public record Amount(long milli) implements Comparable<Amount> {

    /** Thousandths in one unit. */
    public static final long SCALE = 1_000;

    /** Most digits before the point of any amount, and with room for zeros behind it. */
    private static final int MAX_DIGITS = 16;

    private static final int MAX_SCALE = 64;

    public static final Amount ZERO = new Amount(0);

    /** Whole units. */
    public static Amount of(long units) {
        return new Amount(Math.multiplyExact(units, SCALE));
    }

    /**
     * A decimal number of units, such as {@code 1.5}.
     *
     * @throws ArithmeticException if it has more than three decimals or is out of range
     */
    public static Amount of(BigDecimal units) {
        // Looked at before it is written out: a short text such as 1E+999999999 has a billion digits.
        if (units.scale() > MAX_SCALE || (long) units.precision() - units.scale() > MAX_DIGITS) {
            throw new ArithmeticException("out of range");
        }
        return new Amount(
                units.movePointRight(3).setScale(0, RoundingMode.UNNECESSARY).longValueExact());
    }

    /**
     * Reads plain decimal text, such as {@code "20000"} or {@code "0.25"}.
     *
     * @throws NumberFormatException if it is not a decimal number
     * @throws ArithmeticException if it has more than three decimals or is out of range
     */
    public static Amount parse(String text) {
        return of(new BigDecimal(text.strip()));
    }

    public Amount plus(Amount other) {
        return new Amount(Math.addExact(milli, other.milli));
    }

    public Amount minus(Amount other) {
        return new Amount(Math.subtractExact(milli, other.milli));
    }

    /** This amount, {@code count} times. */
    public Amount times(long count) {
        return new Amount(Math.multiplyExact(milli, count));
    }

    public Amount max(Amount other) {
        return milli >= other.milli ? this : other;
    }

    public Amount min(Amount other) {
        return milli <= other.milli ? this : other;
    }

    public boolean isZero() {
        return milli == 0;
    }

    public boolean isPositive() {
        return milli > 0;
    }

    public boolean isNegative() {
        return milli < 0;
    }

    /** Exact; without trailing zeros and never in scientific notation when printed plainly. */
    public BigDecimal toBigDecimal() {
        BigDecimal units = BigDecimal.valueOf(milli, 3).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(milli, other.milli);
    }

    /** Plain decimal text, such as {@code 12500} or {@code 0.25}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
