package org.weighhouse.report.internal.pdf;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A scale from zero to a round number.
 *
 * @param step distance between two ticks
 */
record Axis(double step, int ticks) implements Serializable {

    private static final int WANTED_TICKS = 4;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    static Axis upTo(double max) {
        if (max <= 0) {
            return new Axis(1, WANTED_TICKS);
        }
        double raw = max / WANTED_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double round : ROUND) {
            if (round * power >= raw) {
                double step = round * power;
                return new Axis(step, (int) Math.ceil(max / step));
            }
        }
        return new Axis(10 * power, WANTED_TICKS);
    }

    double top() {
        return step * ticks;
    }

    /** Short, such as {@code 2.5k} or {@code 1M}. */
    String label(int tick) {
        double value = step * tick;
        String[] suffixes = {"", "k", "M", "G", "T", "P"};
        int power = 0;
        while (value >= 1_000 && power < suffixes.length - 1) {
            value /= 1_000;
            power++;
        }
        return new BigDecimal(value, new MathContext(4)).stripTrailingZeros().toPlainString() + suffixes[power];
    }
}
