package org.weighhouse.gateway.internal.watch;

import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Memory, threads and collections of the whole process. Thread-safe. */
final class JvmMetrics {

    /** Looking for deadlocks stops all threads for a moment, and everybody may ask for metrics, as often as they like. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Clock clock;
    private MetricSnapshots last = MetricSnapshots.of();
    private Instant taken = Instant.MIN;

    /** Only what listens to nothing in the JVM, for the bundle may leave before it, and nothing of versions, for strangers read it. */
    JvmMetrics(Clock clock) {
        this.clock = clock;
        JvmBufferPoolMetrics.builder().register(registry);
        JvmClassLoadingMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        JvmMemoryMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        ProcessMetrics.builder().register(registry);
    }

    synchronized MetricSnapshots collect() {
        Instant now = clock.instant();
        if (!now.isBefore(taken.plus(FRESH)) || now.isBefore(taken)) {
            last = registry.scrape();
            taken = now;
        }
        return last;
    }
}
