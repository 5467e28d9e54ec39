package org.weighhouse.simulator.internal.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/** A café's day: quiet in the morning, busy at noon and in the evening, closed at night. */
final class TimeOfDay {

    private static final int[] WEIGHT_OF_HOUR = {
        1, 0, 0, 0, 0, 1, 3, 8, 16, 22, 26, 34, 42, 36, 26, 24, 28, 40, 52, 48, 36, 24, 10, 4
    };
    private static final Choice<Integer> HOURS = hours();
    private static final int SECONDS_IN_HOUR = 3_600;

    private TimeOfDay() {}

    static Instant pick(LocalDate day, ZoneId zone, RandomGenerator random) {
        int second = HOURS.pick(random) * SECONDS_IN_HOUR + random.nextInt(SECONDS_IN_HOUR);
        return day.atTime(LocalTime.ofSecondOfDay(second)).atZone(zone).toInstant();
    }

    private static Choice<Integer> hours() {
        Choice<Integer> hours = Choice.none();
        for (int hour = 0; hour < WEIGHT_OF_HOUR.length; hour++) {
            if (WEIGHT_OF_HOUR[hour] > 0) {
                hours = hours.or(WEIGHT_OF_HOUR[hour], hour);
            }
        }
        return hours;
    }
}
