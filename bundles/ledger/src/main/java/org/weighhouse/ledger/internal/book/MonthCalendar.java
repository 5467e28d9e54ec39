package org.weighhouse.ledger.internal.book;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.weighhouse.api.TimeRange;
import org.weighhouse.ledger.internal.record.Micros;

/** Months of a zone, numbered from January of the year 0. Thread-safe. */
public final class MonthCalendar {

    private final ZoneId zone;

    /** The month asked for last, for the next question is mostly about the same. A race costs a calculation only. */
    private Span last = new Span(0, 0, 0);

    public MonthCalendar(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public int monthOf(long micros) {
        return spanOf(micros).month();
    }

    /** First instant of a month. */
    public long startOf(int month) {
        return Micros.of(
                LocalDate.of(month / 12, month % 12 + 1, 1).atStartOfDay(zone).toInstant());
    }

    /** First instant of the day that an instant lies in. */
    public long startOfDay(long micros) {
        LocalDate date = LocalDate.ofInstant(Micros.toInstant(micros), zone);
        return Micros.of(date.atStartOfDay(zone).toInstant());
    }

    /** The month that an instant lies in. */
    public TimeRange rangeOf(long micros) {
        Span span = spanOf(micros);
        return new TimeRange(Micros.toInstant(span.start()), Micros.toInstant(span.end()));
    }

    /** Name of a month, such as {@code 2026-11}. */
    public static String nameOf(int month) {
        return String.format(Locale.ROOT, "%04d-%02d", month / 12, month % 12 + 1);
    }

    private Span spanOf(long micros) {
        Span known = last;
        if (known.start() <= micros && micros < known.end()) {
            return known;
        }
        LocalDate date = LocalDate.ofInstant(Instant.EPOCH.plusSeconds(micros / 1_000_000), zone);
        int month = date.getYear() * 12 + date.getMonthValue() - 1;
        Span found = new Span(month, startOf(month), startOf(month + 1));
        last = found;
        return found;
    }

    private record Span(int month, long start, long end) {}
}
