package org.weighhouse.gateway.internal.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Reads times of RFC 3339. The usual form, such as {@code 2026-11-23T12:00:00.5Z}, is read digit by digit, because the
 * JDK's parser takes longer for it than everything else in an event does together; whatever looks different in any way
 * is left to the JDK, which alone decides what is refused. But for leap seconds, which the JDK does not know: they are
 * read as the last microsecond of the second before them, so that they stay in the day and month that they belong to.
 */
public final class Rfc3339 {

    private static final int DATE_LENGTH = "2026-11-23".length();
    private static final int SECONDS_LENGTH = "2026-11-23T12:00:00".length();
    private static final int MAX_FRACTION = 9;

    /** The JDK knows offsets up to 18:00; those of the last hour are rare enough to be left to it. */
    private static final int MAX_OFFSET_HOURS = 17;

    private static final int SECONDS_A_DAY = 86_400;
    private static final int NOT_A_NUMBER = -1;
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private static final int SECOND = 17;
    private static final String LEAP = "60";
    private static final long LAST_MICROSECOND = 999_999_000;

    private Rfc3339() {}

    /** @throws DateTimeException if the text is not a time with its offset */
    public static Instant parse(String text) {
        return text.startsWith(LEAP, SECOND) ? leapSecond(text) : ordinary(text);
    }

    /** There are leap seconds at the end of months only, by UTC. */
    private static Instant leapSecond(String text) {
        Instant before = ordinary(text.substring(0, SECOND) + "59" + text.substring(SECOND + LEAP.length()))
                .truncatedTo(ChronoUnit.SECONDS);
        OffsetDateTime next = before.plusSeconds(1).atOffset(ZoneOffset.UTC);
        if (next.getDayOfMonth() != 1 || next.toLocalTime().toSecondOfDay() != 0) {
            throw new DateTimeException("a leap second is the last one of a month, by UTC");
        }
        return before.plusNanos(LAST_MICROSECOND);
    }

    private static Instant ordinary(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int second = secondOfDay(text);
        int end = fractionEnd(text);
        int offset = offsetInSeconds(text, end);
        boolean usual = year >= 0 && month >= 0 && day >= 0 && second >= 0 && offset != NO_OFFSET;
        if (!usual || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(DATE_LENGTH) != 'T') {
            return OffsetDateTime.parse(text).toInstant();
        }
        long epochDay = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(epochDay * SECONDS_A_DAY + second - offset, nanos(text, end));
    }

    /** {@link #NOT_A_NUMBER} unless there is a time of day after the date. */
    private static int secondOfDay(String text) {
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        boolean right = hour >= 0
                && hour <= 23
                && minute >= 0
                && minute <= 59
                && second >= 0
                && second <= 59
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        return right ? (hour * 60 + minute) * 60 + second : NOT_A_NUMBER;
    }

    /** Where the fraction of the second ends; where the seconds end, if it has none. */
    private static int fractionEnd(String text) {
        if (text.length() <= SECONDS_LENGTH || text.charAt(SECONDS_LENGTH) != '.') {
            return SECONDS_LENGTH;
        }
        int end = SECONDS_LENGTH + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int nanos(String text, int end) {
        int nanos = 0;
        for (int place = 0; place < MAX_FRACTION; place++) {
            int at = SECONDS_LENGTH + 1 + place;
            nanos = nanos * 10 + (at < end ? text.charAt(at) - '0' : 0);
        }
        return nanos;
    }

    /** What follows the fraction, if that has a usual length: {@code Z}, or a sign, hours and minutes. */
    private static int offsetInSeconds(String text, int at) {
        int fraction = at - SECONDS_LENGTH - 1;
        if (fraction == 0 || fraction > MAX_FRACTION || at >= text.length()) {
            return NO_OFFSET;
        }
        char sign = text.charAt(at);
        if (sign == 'Z') {
            return text.length() == at + 1 ? 0 : NO_OFFSET;
        }
        int hours = number(text, at + 1, 2);
        int minutes = number(text, at + 4, 2);
        boolean right = (sign == '+' || sign == '-')
                && text.length() == at + 6
                && hours >= 0
                && hours <= MAX_OFFSET_HOURS
                && minutes >= 0
                && minutes <= 59
                && text.charAt(at + 3) == ':';
        if (!right) {
            return NO_OFFSET;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return sign == '-' ? -seconds : seconds;
    }

    /** The number in so many digits; {@link #NOT_A_NUMBER} if there are other characters, or too few. */
    private static int number(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return NOT_A_NUMBER;
        }
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return NOT_A_NUMBER;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
