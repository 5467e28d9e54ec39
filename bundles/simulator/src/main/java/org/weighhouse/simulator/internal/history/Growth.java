package org.weighhouse.simulator.internal.history;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A business that grows fast at first and then levels off, so that the demo fits its plan in any later year. In whole
 * thousandths: the same on every machine.
 *
 * @param gapAtOpening how far below its final size the first month is, in thousandths
 */
record Growth(int gapAtOpening) {

    static final YearMonth OPENING = YearMonth.of(2025, 10);

    private static final int FULL = 1_000;
    private static final int GAP_KEPT_IN_PERCENT = 80;
    private static final long MONTHS_UNTIL_LEVEL = 60;

    /** {@code finalSize} as it is in a month. */
    long of(long finalSize, YearMonth month) {
        long months = Math.clamp(ChronoUnit.MONTHS.between(OPENING, month), 0, MONTHS_UNTIL_LEVEL);
        int gap = gapAtOpening;
        for (long i = 0; i < months; i++) {
            gap = gap * GAP_KEPT_IN_PERCENT / 100;
        }
        return finalSize * (FULL - gap) / FULL;
    }
}
