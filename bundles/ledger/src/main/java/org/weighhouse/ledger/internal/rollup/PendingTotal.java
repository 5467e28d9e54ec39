package org.weighhouse.ledger.internal.rollup;

import java.util.List;
import org.weighhouse.api.TimeRange;
import org.weighhouse.ledger.internal.record.EntryWritten;

/** A total that has seen what is in memory and still has to read the files. To be finished once. Not thread-safe; needs no lock. */
public final class PendingTotal {

    private final SectionKey key;
    private final StoredDays files;
    private final StoredTicks ticks;
    private final Parts parts;
    private long sum;

    PendingTotal(SectionKey key, TimeRange range, StoredDays files, StoredTicks ticks) {
        this.key = key;
        this.files = files;
        this.ticks = ticks;
        this.parts = Parts.of(range);
    }

    void addAll(Overlay overlay) {
        overlay.of(key).subMap(parts.firstDay(), parts.endDay()).forEach(this::add);
        overlay.eachTicks(key, parts, ticks.from(), this::add);
    }

    /** What nothing is kept for but the entries themselves. */
    public List<Parts.Span> ends() {
        return ticks.missing(parts);
    }

    private void add(Parts.Span span, DayTicks day) {
        day.each(span.from(), span.to(), (micros, combination, values, width) -> sum = Math.addExact(sum, values[0]));
    }

    /** Adds an entry of the {@link #ends}. */
    public void add(EntryWritten entry) {
        sum = Math.addExact(sum, entry.amountMilli());
    }

    /** In thousandths. */
    public long amountMilli() {
        files.each(key, parts.firstDay(), parts.endDay(), this::add);
        ticks.each(key, parts, this::add);
        return sum;
    }

    private void add(int day, DayCells cells) {
        int first = day * DayCells.QUARTERS;
        int end = first + DayCells.QUARTERS;
        if (parts.from() <= first && end <= parts.to()) {
            sum = Math.addExact(sum, cells.total());
        } else {
            cells.eachCell(
                    Math.max(parts.from(), first) - first,
                    Math.min(parts.to(), end) - first,
                    (quarter, combination, values, at, width) -> sum = Math.addExact(sum, values[at]));
        }
    }
}
