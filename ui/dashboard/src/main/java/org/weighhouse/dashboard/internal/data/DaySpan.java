package org.weighhouse.dashboard.internal.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.Window;

/**
 * Days of a workspace.
 *
 * @param first first day
 * @param last last day, included
 */
public record DaySpan(LocalDate first, LocalDate last) {

    /** Longest span that is charted; more would be more bars than a screen has pixels. */
    public static final int MAX_DAYS = 1_100;

    private static final int LONGEST_BY_HOUR = 2;
    private static final int LONGEST_BY_DAY = 62;
    private static final int LONGEST_BY_WEEK = 370;

    /** @throws IllegalArgumentException if it ends before it begins or is longer than {@link #MAX_DAYS} */
    public DaySpan {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("choose 1 to " + MAX_DAYS + " days");
        }
    }

    /** The last {@code days} days, today included. */
    public static DaySpan last(int days, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new DaySpan(today.minusDays(days - 1L), today);
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    public TimeRange range(ZoneId zone) {
        return TimeRange.ofDays(first, last, zone);
    }

    /** Slices that make a chart of a readable number of bars. */
    public Window window() {
        if (days() <= LONGEST_BY_HOUR) {
            return Window.HOUR;
        }
        if (days() <= LONGEST_BY_DAY) {
            return Window.DAY;
        }
        return days() <= LONGEST_BY_WEEK ? Window.WEEK : Window.MONTH;
    }
}
