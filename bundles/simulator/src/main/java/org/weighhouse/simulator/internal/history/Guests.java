package org.weighhouse.simulator.internal.history;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.weighhouse.simulator.internal.plan.DemoPlan;

/**
 * Who is written to: every month walks through the customers from another starting point, so that most come back and
 * some are new.
 */
final class Guests {

    private static final int STEP_EACH_MONTH = 211;

    private final int first;

    Guests(YearMonth month) {
        this.first = (int) Math.floorMod(
                ChronoUnit.MONTHS.between(Growth.OPENING, month) * STEP_EACH_MONTH, (long) DemoPlan.CUSTOMERS);
    }

    /** @param index 0 for the month's first guest, 1 for the next one */
    String at(int index) {
        return DemoPlan.customer((first + index) % DemoPlan.CUSTOMERS);
    }

    /** Anybody who is active in the month by the end of the day. */
    String anyOf(DayPlan day, RandomGenerator random) {
        return at(random.nextInt(Math.max(1, day.known() + day.fresh())));
    }
}
