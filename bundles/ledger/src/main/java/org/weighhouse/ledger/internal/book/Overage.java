package org.weighhouse.ledger.internal.book;

import java.util.function.IntUnaryOperator;
import org.weighhouse.ledger.internal.record.Micros;

/**
 * What was used beyond every grant, by quarters of an hour. So that it stays small for ever, what is older is kept by
 * the workspace's days, and what is much older by its months, each under its first quarter; that happens when there are
 * many slots, so it depends on the journal alone. Not thread-safe.
 */
final class Overage {

    /** Slots from which on older ones are put together. */
    static final int MANY = 512;

    /** What lies at least so far before the newest slot is kept by days. */
    static final int FINE = 3 * 96;

    /** What lies at least so far before the newest slot is kept by months. */
    static final int DAYS = 100 * 96;

    private final QuarterSeries slots = new QuarterSeries();
    private int nextCompaction = MANY;
    private int fineFrom;

    void add(int quarter, long amount, MonthCalendar calendar) {
        slots.add(quarter, amount);
        if (slots.size() > nextCompaction) {
            compact(calendar);
        }
    }

    /** Takes back what was used at a quarter, up to {@code most}; returns what was taken. */
    long takeAt(int quarter, long most, MonthCalendar calendar) {
        long taken = slots.take(quarter, quarter + 1, most);
        if (taken < most && quarter < fineFrom) {
            int month = calendar.monthOf(quarter * Micros.QUARTER);
            int from = Micros.quarterOf(calendar.startOf(month));
            taken += slots.take(from, Micros.quarterOf(calendar.startOf(month + 1)), most - taken);
        }
        return taken;
    }

    /** Takes up to {@code most} out of the slots of a range, earliest first; returns what was taken. */
    long take(int from, int to, long most) {
        return slots.take(from, to, most);
    }

    /** Sum over the slots from the first, included, to the last, not included. */
    long sum(int from, int to) {
        return slots.sum(from, to);
    }

    QuarterSeries slots() {
        return slots;
    }

    int nextCompaction() {
        return nextCompaction;
    }

    int fineFrom() {
        return fineFrom;
    }

    void restore(QuarterSeries stored, int storedNextCompaction, int storedFineFrom) {
        slots.addAll(stored);
        nextCompaction = storedNextCompaction;
        fineFrom = storedFineFrom;
    }

    Overage copy() {
        Overage copy = new Overage();
        copy.restore(slots, nextCompaction, fineFrom);
        return copy;
    }

    private void compact(MonthCalendar calendar) {
        int newest = slots.quarterAt(slots.size() - 1);
        compact(newest - FINE, quarter -> Micros.quarterOf(calendar.startOfDay(quarter * Micros.QUARTER)));
        if (slots.size() > MANY) {
            compact(
                    newest - DAYS,
                    quarter -> Micros.quarterOf(calendar.startOf(calendar.monthOf(quarter * Micros.QUARTER))));
        }
        // Where that did not help, it is not tried again with every slot.
        nextCompaction = Math.max(MANY, 2 * slots.size() - MANY / 2);
    }

    private void compact(int before, IntUnaryOperator place) {
        slots.merge(before, place);
        fineFrom = Math.max(fineFrom, before);
    }
}
