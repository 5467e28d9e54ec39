package org.weighhouse.report.internal.usage;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.report.ReportRequest;

/**
 * The days a report covers.
 *
 * @param generated when the report was made
 */
public record Period(LocalDate first, LocalDate last, ZoneId zone, Instant generated) {

    /** Up to this many days a chart has a bar a day, then a bar a week, then a bar a month. */
    private static final int DAILY_MAX = 62;

    private static final int WEEKLY_MAX = 190;

    /** How wide a bar of the charts is. */
    public enum Step {
        DAY,
        WEEK,
        MONTH
    }

    public static Period of(ReportRequest request, Workspace workspace, Clock clock) {
        return new Period(request.first(), request.last(), workspace.zone(), clock.instant());
    }

    public Step step() {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days <= DAILY_MAX) {
            return Step.DAY;
        }
        return days <= WEEKLY_MAX ? Step.WEEK : Step.MONTH;
    }

    /** First days of all steps, the first one possibly before the period. */
    public List<LocalDate> steps() {
        return Stream.iterate(stepOf(first), day -> !day.isAfter(last), this::next)
                .toList();
    }

    /** First day of the step a day belongs to. */
    public LocalDate stepOf(LocalDate day) {
        return switch (step()) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private LocalDate next(LocalDate step) {
        return switch (step()) {
            case DAY -> step.plusDays(1);
            case WEEK -> step.plusWeeks(1);
            case MONTH -> step.plusMonths(1);
        };
    }

    /** Whether it holds everything used in one month so far: a calendar month, or the current one up to today. */
    boolean isMonth() {
        LocalDate today = generated.atZone(zone).toLocalDate();
        LocalDate monthEnd = first.with(TemporalAdjusters.lastDayOfMonth());
        boolean complete = last.equals(monthEnd) || (!last.isBefore(today) && last.isBefore(monthEnd));
        return first.getDayOfMonth() == 1 && complete;
    }
}
