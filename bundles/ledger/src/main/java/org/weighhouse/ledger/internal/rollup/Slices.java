package org.weighhouse.ledger.internal.rollup;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.Window;

/** Cuts a range into slices as the clocks of a zone have them: 23- and 25-hour days are days, a repeated hour is two. */
public final class Slices {

    private static final long MINUTE = 60;
    private static final long QUARTER = 900;
    private static final long HOUR = 3_600;

    private final Window window;
    private final ZoneId zone;
    private final TimeRange range;

    public Slices(Window window, ZoneId zone, TimeRange range) {
        this.window = window;
        this.zone = zone;
        this.range = range;
    }

    /** The slice that an instant of the range lies in, cut to the range. */
    TimeRange of(Instant instant) {
        TimeRange whole =
                switch (window) {
                    case TOTAL -> range;
                    case MINUTE -> even(instant, MINUTE);
                    case QUARTER_HOUR -> even(instant, QUARTER);
                    case HOUR -> hour(instant);
                    case DAY -> days(instant, date -> date, date -> date.plusDays(1));
                    case WEEK ->
                        days(
                                instant,
                                date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                                date -> date.plusWeeks(1));
                    case MONTH -> days(instant, date -> date.withDayOfMonth(1), date -> date.plusMonths(1));
                };
        return new TimeRange(later(whole.from(), range.from()), earlier(whole.to(), range.to()));
    }

    /**
     * All slices of the range, the first and last cut to it.
     *
     * @throws IllegalArgumentException if there are more than so many
     */
    public List<TimeRange> all(int most) {
        List<TimeRange> slices = new ArrayList<>();
        Instant next = range.from();
        while (next.isBefore(range.to())) {
            if (slices.size() == most) {
                throw new IllegalArgumentException("This would be more than " + most
                        + " slices of time: ask for a shorter range or a longer window");
            }
            TimeRange slice = of(next);
            slices.add(slice);
            next = slice.to();
        }
        return slices;
    }

    /** Of the same length everywhere. */
    private static TimeRange even(Instant instant, long seconds) {
        Instant start = Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
        return new TimeRange(start, start.plusSeconds(seconds));
    }

    /** An hour by the local clock, ended early where the clocks are changed within it. */
    private TimeRange hour(Instant instant) {
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(instant);
        long local = instant.getEpochSecond() + offset.getTotalSeconds();
        Instant start = Instant.ofEpochSecond(Math.floorDiv(local, HOUR) * HOUR - offset.getTotalSeconds());
        Instant end = start.plusSeconds(HOUR);
        ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        return new TimeRange(
                before == null ? start : later(start, before.getInstant()),
                after == null ? end : earlier(end, after.getInstant()));
    }

    private TimeRange days(Instant instant, UnaryOperator<LocalDate> first, UnaryOperator<LocalDate> next) {
        LocalDate date = first.apply(LocalDate.ofInstant(instant, zone));
        LocalDate end = next.apply(date);
        // A clock set back across midnight shows yesterday's date again; that time belongs to the day that had begun.
        while (!instant.isBefore(startOf(end))) {
            date = end;
            end = next.apply(end);
        }
        return new TimeRange(startOf(date), startOf(end));
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
