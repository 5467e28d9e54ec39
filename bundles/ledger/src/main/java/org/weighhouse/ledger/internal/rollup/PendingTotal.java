package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.api.TimeRange;
import org.weighhouse.ledger.internal.record.Micros;

/** A total that has seen what is in memory and still has to read the files. To be finished once. Not thread-safe; needs no lock. */
public final class PendingTotal {

    private final SectionKey key;
    private final StoredDays files;
    private final int from;
    private final int to;
    private long sum;

    PendingTotal(SectionKey key, TimeRange range, StoredDays files) {
        this.key = key;
        this.files = files;
        this.from = Micros.quarterOf(Micros.of(range.from()));
        this.to = Micros.quarterOf(Micros.of(range.to()));
    }

    void addAll(Overlay overlay) {
        overlay.of(key).subMap(firstDay(), endDay()).forEach(this::add);
    }

    /** In thousandths. */
    public long amountMilli() {
        files.each(key, firstDay(), endDay(), this::add);
        return sum;
    }

    private int firstDay() {
        return from / DayCells.QUARTERS;
    }

    private int endDay() {
        return Math.ceilDiv(to, DayCells.QUARTERS);
    }

    private void add(int day, DayCells cells) {
        int first = day * DayCells.QUARTERS;
        int end = first + DayCells.QUARTERS;
        if (from <= first && end <= to) {
            sum = Math.addExact(sum, cells.total());
        } else {
            cells.eachCell(
                    Math.max(from, first) - first,
                    Math.min(to, end) - first,
                    (quarter, combination, values, at, width) -> sum = Math.addExact(sum, values[at]));
        }
    }
}
