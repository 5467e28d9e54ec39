package org.weighhouse.simulator.internal.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A planned batch of sends and the days it runs.
 *
 * @param weight its sends on a day, relative to {@link MonthPlan#ORDINARY_DAY}; 0 when it does not run
 */
record Campaign(String name, ToIntFunction<LocalDate> weight) {

    static final List<Campaign> ALL = List.of(
            new Campaign("menu-of-the-month", Campaign::menuOfTheMonth),
            new Campaign("weekend-brunch", day -> day.getDayOfWeek() == DayOfWeek.THURSDAY ? 30 : 0),
            new Campaign("spring-sale", day -> between(day, MonthDay.of(3, 16), MonthDay.of(3, 27)) ? 60 : 0),
            new Campaign("summer-terrace", day -> between(day, MonthDay.of(6, 8), MonthDay.of(6, 14)) ? 50 : 0),
            new Campaign("black-friday", Campaign::blackFriday),
            new Campaign("holiday-gifts", day -> between(day, MonthDay.of(12, 7), MonthDay.of(12, 20)) ? 55 : 0));

    private static int menuOfTheMonth(LocalDate day) {
        return switch (day.getDayOfMonth()) {
            case 2 -> 260;
            case 3 -> 160;
            case 4 -> 60;
            default -> 0;
        };
    }

    /** Teasers from the Monday of the week before, the day itself, the weekend and the Monday after. */
    private static int blackFriday(LocalDate day) {
        LocalDate friday = LocalDate.of(day.getYear(), Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
        if (day.equals(friday)) {
            return 300;
        }
        if (day.isAfter(friday)) {
            return day.isAfter(friday.plusDays(3)) ? 0 : 100;
        }
        return day.isBefore(friday.minusDays(11)) ? 0 : 45;
    }

    private static boolean between(LocalDate day, MonthDay first, MonthDay last) {
        MonthDay monthDay = MonthDay.from(day);
        return !monthDay.isBefore(first) && !monthDay.isAfter(last);
    }
}
