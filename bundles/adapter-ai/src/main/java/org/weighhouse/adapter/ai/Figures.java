package org.weighhouse.adapter.ai;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Numbers as servers and clients write them: whole, with a fraction, or in a text. */
public final class Figures {

    /** Most of anything in one call; greater figures are this one. A thousand times the largest context there is. */
    public static final long MOST = 10_000_000_000L;

    private static final int MAX_CHARACTERS = 64;

    private Figures() {}

    /** 0 to {@link #MOST}, fractions cut off, negative ones as zero; empty if it is no number. */
    public static OptionalLong of(Scalar value) {
        return value.kind() == Scalar.Kind.LITERAL ? OptionalLong.empty() : of(value.text(), BigDecimal.ONE);
    }

    /** Seconds as milliseconds, likewise. */
    public static OptionalLong millis(Scalar seconds) {
        return seconds.kind() == Scalar.Kind.LITERAL
                ? OptionalLong.empty()
                : of(seconds.text(), BigDecimal.valueOf(1_000));
    }

    private static OptionalLong of(String text, BigDecimal factor) {
        String start = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        try {
            BigDecimal number = new BigDecimal(start.strip()).multiply(factor);
            if (number.compareTo(BigDecimal.ONE) < 0) {
                return OptionalLong.of(0);
            }
            boolean large = number.compareTo(BigDecimal.valueOf(MOST)) >= 0;
            return OptionalLong.of(large ? MOST : number.longValue());
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
