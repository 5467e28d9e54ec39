package org.weighhouse.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time.
 *
 * @param from first instant in it
 * @param to first instant after it
 */
public record TimeRange(Instant from, Instant to) {

    /** @throws IllegalArgumentException if it would end before it begins */
    public TimeRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("from must not be after to");
        }
    }

    /** Whole days of a zone, both included. */
    public static TimeRange ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        return new TimeRange(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
