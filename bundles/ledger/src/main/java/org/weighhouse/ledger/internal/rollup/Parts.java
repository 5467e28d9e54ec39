package org.weighhouse.ledger.internal.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.TimeRange;
import org.weighhouse.ledger.internal.record.Micros;

/**
 * A range of time by what answers for it: cells for the whole quarters of an hour in its middle, entries for the rest.
 *
 * @param from first quarter of the middle
 * @param to first quarter after the middle; not before {@code from}
 * @param ends what lies before and behind the middle
 */
public record Parts(int from, int to, List<Span> ends) {

    /** From a microsecond, included, to another, not included. */
    public record Span(long from, long to) {

        private static final long DAY = DayCells.QUARTERS * Micros.QUARTER;

        int firstDay() {
            return Math.toIntExact(from / DAY);
        }

        /** The day after the last one that it touches; for one without an end, a day that never comes. */
        int endDay() {
            return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(to, DAY));
        }

        /** The part that lies before a day; empty if none does. */
        Optional<Span> before(int day) {
            long end = Math.min(to, day * DAY);
            return from < end ? Optional.of(new Span(from, end)) : Optional.empty();
        }
    }

    static Parts of(TimeRange range) {
        long start = Micros.of(range.from());
        long end = Micros.of(range.to());
        int from = Micros.firstQuarterFrom(start);
        int to = Micros.quarterOf(end);
        if (from > to) {
            return entriesAlone(range);
        }
        List<Span> ends = new ArrayList<>();
        add(ends, start, from * Micros.QUARTER);
        add(ends, to * Micros.QUARTER, end);
        return new Parts(from, to, ends);
    }

    /** For slices that are finer than a cell. */
    static Parts entriesAlone(TimeRange range) {
        List<Span> whole = new ArrayList<>();
        add(whole, Micros.of(range.from()), Micros.of(range.to()));
        return new Parts(0, 0, whole);
    }

    private static void add(List<Span> spans, long from, long to) {
        if (from < to) {
            spans.add(new Span(from, to));
        }
    }

    /** First day that the middle touches. */
    int firstDay() {
        return from / DayCells.QUARTERS;
    }

    /** The day after the last one that the middle touches. */
    int endDay() {
        return Math.ceilDiv(to, DayCells.QUARTERS);
    }
}
