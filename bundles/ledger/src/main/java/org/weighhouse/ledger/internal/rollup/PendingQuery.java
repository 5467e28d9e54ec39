package org.weighhouse.ledger.internal.rollup;

import java.util.Comparator;
import java.util.List;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.ledger.internal.record.EntryWritten;

/**
 * A query that has seen what is in memory and still has to read the files. It shows one moment, whatever is written
 * meanwhile. To be finished once, by {@link #rows} or {@link #top}. Not thread-safe; needs no lock.
 */
public final class PendingQuery {

    private final SectionKey key;
    private final Breakdown breakdown;
    private final StoredDays files;
    private final StoredTicks ticks;

    PendingQuery(SectionKey key, Breakdown breakdown, StoredDays files, StoredTicks ticks) {
        this.key = key;
        this.breakdown = breakdown;
        this.files = files;
        this.ticks = ticks;
    }

    /** What nothing is kept for but the entries themselves. */
    public List<Parts.Span> ends() {
        return ticks.missing(breakdown.parts());
    }

    /**
     * Adds an entry of the {@link #ends}.
     *
     * @param counted under which attribution the cells count it
     * @throws IllegalArgumentException if there are too many rows
     */
    public void add(EntryWritten entry, Attribution counted) {
        breakdown.add(entry, counted);
    }

    /**
     * Ordered by slice, then by group.
     *
     * @throws IllegalArgumentException if there are too many rows
     */
    public List<UsageRow> rows() {
        Parts parts = breakdown.parts();
        files.each(key, parts.firstDay(), parts.endDay(), breakdown::add);
        ticks.each(key, parts, breakdown::add);
        return breakdown.rows();
    }

    /**
     * The groups with the most usage, of a query that {@link Rollups#beginTop} began.
     *
     * @throws IllegalArgumentException if the count is not between 1 and {@link UsageQueries#MAX_TOP}, or there are too
     *     many groups
     */
    public TopUsage top(int count) {
        if (count < 1 || count > UsageQueries.MAX_TOP) {
            throw new IllegalArgumentException("count must be between 1 and " + UsageQueries.MAX_TOP);
        }
        // The sort keeps the order by text among equals.
        List<UsageRow> sorted = rows().stream()
                .sorted(Comparator.comparing((UsageRow row) -> row.usage().amount())
                        .thenComparing(row -> row.usage().events())
                        .reversed())
                .toList();
        List<UsageRow> others = sorted.subList(Math.min(count, sorted.size()), sorted.size());
        Usage sum = others.stream().map(UsageRow::usage).reduce(Usage.NONE, Usage::plus);
        return new TopUsage(sorted.subList(0, sorted.size() - others.size()), sum, others.size());
    }
}
