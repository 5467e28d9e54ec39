package org.weighhouse.simulator.internal.history;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.weighhouse.simulator.internal.plan.DemoPlan;

/**
 * How much happens on each day of a month. A month has a total for each unit; days share it by weight, to the last
 * unit. Depends on the calendar alone.
 */
final class MonthPlan {

    /** Weight of a day on which nothing special happens. */
    static final int ORDINARY_DAY = 100;

    private static final Growth MESSAGES = new Growth(460);
    private static final Growth TOKENS = new Growth(620);
    private static final Growth SUBSCRIBERS = new Growth(400);

    /** Message credits used by the end of each month once growth has levelled off, in percent of the plan. */
    private static final int[] MESSAGES_IN_PERCENT = {75, 75, 80, 76, 76, 77, 75, 75, 76, 76, 92, 82};

    private static final int TOKENS_IN_PERCENT = 48;
    private static final int SUBSCRIBERS_IN_PERCENT = 93;
    private static final int[] WEEKDAYS = {92, 96, 100, 104, 122, 116, 70};

    /** A month begins busy, for wages were paid and the menu is new, and calms down until this day. */
    private static final int CALM_FROM_DAY = 22;

    /** How much busier than the next one each day before that is, in percent of an ordinary day. */
    private static final int CALMER_EACH_DAY = 6;

    private static final int SPIKE = 420;
    private static final int JITTER = 17;

    private final List<DayPlan> days;

    MonthPlan(YearMonth month) {
        this.days = plan(month);
    }

    DayPlan day(LocalDate day) {
        return days.get(day.getDayOfMonth() - 1);
    }

    private static List<DayPlan> plan(YearMonth month) {
        long[] messages = share(month, messagesOf(month), MonthPlan::messageWeight);
        long[] tokens =
                share(month, TOKENS.of(DemoPlan.AI_TOKENS * TOKENS_IN_PERCENT / 100, month), MonthPlan::aiWeight);
        long active = SUBSCRIBERS.of(DemoPlan.SUBSCRIBERS * SUBSCRIBERS_IN_PERCENT / 100, month);
        List<DayPlan> plans = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < messages.length; i++) {
            LocalDate day = month.atDay(i + 1);
            int fresh = (int) Math.clamp(reached(active, i + 1, messages.length) - known, 0, messages[i] * 9 / 10);
            plans.add(new DayPlan(day, (int) messages[i], tokens[i], known, fresh, isSpike(day)));
            known += fresh;
        }
        return List.copyOf(plans);
    }

    private static long messagesOf(YearMonth month) {
        int percent = MESSAGES_IN_PERCENT[month.getMonthValue() - 1];
        return MESSAGES.of(DemoPlan.MESSAGE_CREDITS * percent / 100, month);
    }

    /** Regulars show up early in a month: what is still missing shrinks with the fourth power of the time left. */
    private static long reached(long active, int day, int days) {
        long left = days - day;
        long whole = (long) days * days * days * days;
        return active - active * (left * left * left * left) / whole;
    }

    /** Shares a total among a month's days, so that the parts add up to it exactly. */
    private static long[] share(YearMonth month, long total, ToLongFunction<LocalDate> weight) {
        long[] parts = new long[month.lengthOfMonth()];
        long sum = month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .mapToLong(weight)
                .sum();
        long weightSoFar = 0;
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            weightSoFar += weight.applyAsLong(month.atDay(i + 1));
            long due = total * weightSoFar / sum;
            parts[i] = due - given;
            given = due;
        }
        return parts;
    }

    private static long messageWeight(LocalDate day) {
        int campaigns = Campaign.ALL.stream()
                .mapToInt(each -> each.weight().applyAsInt(day))
                .sum();
        return ordinary(day) + campaigns;
    }

    private static long aiWeight(LocalDate day) {
        return isSpike(day) ? ordinary(day) + SPIKE : ordinary(day);
    }

    private static long ordinary(LocalDate day) {
        int weight = WEEKDAYS[day.getDayOfWeek().ordinal()] + seeded(day, 1).nextInt(2 * JITTER + 1) - JITTER;
        int rush = CALMER_EACH_DAY * Math.max(0, CALM_FROM_DAY - day.getDayOfMonth());
        return (long) weight * (ORDINARY_DAY + rush) / ORDINARY_DAY;
    }

    /** Two days a month, one in each half, on which everybody asks about products. */
    private static boolean isSpike(LocalDate day) {
        Random random = seeded(day.withDayOfMonth(1), 2);
        int early = 5 + random.nextInt(8);
        int late = 16 + random.nextInt(8);
        return day.getDayOfMonth() == early || day.getDayOfMonth() == late;
    }

    /** The same numbers for the same day, whenever and wherever it is asked for: {@link Random} is fully specified. */
    static Random seeded(LocalDate day, int purpose) {
        return new Random(day.toEpochDay() * 1_000_003L + purpose * 7_919L);
    }
}
