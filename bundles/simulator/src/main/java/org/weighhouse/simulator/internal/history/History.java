package org.weighhouse.simulator.internal.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.simulator.internal.plan.DemoPlan;

/**
 * What the demo café used until now: thirteen whole months and the current one so far. Depends on the calendar alone,
 * so that an event of a day is the same in every run; as time goes on, events come to its end only. Thread-safe.
 */
public final class History {

    /** The source of every event here; ids are unique within it. */
    public static final String SOURCE = "demo-history";

    /** Whole months before the current one. */
    public static final int MONTHS = 13;

    private static final Comparator<UsageEvent> BY_TIME =
            Comparator.comparing(UsageEvent::time).thenComparing(UsageEvent::id);

    private History() {}

    /** The first instant of the history that ends at {@code now}. */
    public static Instant start(Instant now) {
        return firstDay(now).atStartOfDay(DemoPlan.ZONE).toInstant();
    }

    /** Every event from {@code from} on and before {@code now}, oldest first; made lazily, a day at a time. */
    public static Stream<UsageEvent> events(Instant from, Instant now) {
        LocalDate firstDay = from.isBefore(start(now)) ? firstDay(now) : dayOf(from);
        Map<YearMonth, MonthPlan> months = new HashMap<>();
        return firstDay.datesUntil(dayOf(now).plusDays(1))
                .flatMap(day -> events(months.computeIfAbsent(YearMonth.from(day), MonthPlan::new)
                        .day(day)))
                .filter(event -> !event.time().isBefore(from) && event.time().isBefore(now));
    }

    private static Stream<UsageEvent> events(DayPlan day) {
        List<UsageEvent> events = new ArrayList<>(2 * day.messages());
        new MessageScript(day).play(events::add);
        new AiScript(day).play(events::add);
        events.sort(BY_TIME);
        return events.stream();
    }

    private static LocalDate firstDay(Instant now) {
        return YearMonth.from(dayOf(now)).minusMonths(MONTHS).atDay(1);
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, DemoPlan.ZONE);
    }
}
