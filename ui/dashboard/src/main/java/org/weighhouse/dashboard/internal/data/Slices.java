package org.weighhouse.dashboard.internal.data;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.Window;

/** The bars of a chart: every slice of a span, those without use included. */
public record Slices(List<Instant> starts, Window window) {

    public Slices {
        starts = List.copyOf(starts);
    }

    public static Slices of(DaySpan days, ZoneId zone) {
        Window window = days.window();
        TimeRange range = days.range(zone);
        List<Instant> starts = new ArrayList<>();
        for (Instant at = range.from(); at.isBefore(range.to()); at = next(at, window, zone)) {
            starts.add(at);
        }
        return new Slices(starts, window);
    }

    /** Index of the slice that holds an instant of the span. */
    public int indexOf(Instant instant) {
        int found = Collections.binarySearch(starts, instant);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    public List<String> labels(Formats formats) {
        return starts.stream().map(start -> label(start, formats)).toList();
    }

    private String label(Instant start, Formats formats) {
        return switch (window) {
            case HOUR, QUARTER_HOUR -> formats.hour(start);
            case MONTH -> formats.month(start);
            case DAY, WEEK, TOTAL -> formats.day(start);
        };
    }

    private static Instant next(Instant at, Window window, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return switch (window) {
            // An hour of real time, so that a day of 23 or 25 hours has as many bars.
            case HOUR, QUARTER_HOUR ->
                ZonedDateTime.ofInstant(at, zone)
                        .truncatedTo(ChronoUnit.HOURS)
                        .plusHours(1)
                        .toInstant();
            case WEEK -> startOf(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), zone);
            case MONTH -> startOf(day.with(TemporalAdjusters.firstDayOfNextMonth()), zone);
            case DAY, TOTAL -> startOf(day.plusDays(1), zone);
        };
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
