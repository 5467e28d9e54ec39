package org.weighhouse.ledger.internal.journal;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Counts and times what is written. Without exemplars, for which the library starts a thread that outlives the bundle.
 *
 * <p>As thread-safe as the store it has within.
 */
public final class MeasuredJournalStore implements JournalStore {

    /** In seconds: from a fast disk's write to a stuck one's. */
    private static final double[] BUCKETS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };

    private final JournalStore store;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram commits = Histogram.builder()
            .name("weighhouse_ledger_commit_seconds")
            .unit(Unit.SECONDS)
            .help("Until a group of entries was durable.")
            .classicOnly()
            .classicUpperBounds(BUCKETS)
            .withoutExemplars()
            .register(registry);
    private final Counter entries = Counter.builder()
            .name("weighhouse_ledger_entries_total")
            .help("Entries and amendments that are durable, since the ledger was started.")
            .withoutExemplars()
            .register(registry);

    public MeasuredJournalStore(JournalStore store) {
        this.store = store;
    }

    @Override
    public void append(JournalRow row) {
        long begun = System.nanoTime();
        store.append(row);
        commits.observe(Unit.nanosToSeconds(System.nanoTime() - begun));
        entries.inc(row.entryCount());
    }

    public MetricSnapshots metrics() {
        return registry.scrape();
    }

    @Override
    public Optional<JournalRow> last() {
        return store.last();
    }

    @Override
    public JournalRow row(long seq) {
        return store.row(seq);
    }

    @Override
    public void readRows(long first, long last, Consumer<JournalRow> each) {
        store.readRows(first, last, each);
    }

    @Override
    public void readEntries(long from, long to, long first, Predicate<JournalRow> each) {
        store.readEntries(from, to, first, each);
    }

    @Override
    public void close() {
        store.close();
    }
}
