package org.weighhouse.gateway.internal.watch;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.http.ClientConnections;

/**
 * All there is to be told in numbers: of the gateway, of the JVM, and of every bundle that has a {@link MultiCollector}
 * among the services. Thread-safe.
 */
public final class Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final ExpositionFormats formats = ExpositionFormats.init();
    private final List<MultiCollector> ours;
    private final List<MultiCollector> others;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param others those of other bundles, which come and go */
    public Metrics(
            RequestMetrics requests,
            Load load,
            ClientConnections connections,
            BooleanSupplier writable,
            List<MultiCollector> others,
            Clock clock) {
        ours = List.of(
                requests::collect,
                new DoorMetrics(load, connections, writable)::collect,
                new JvmMetrics(clock)::collect);
        this.others = others;
    }

    /** @param type the media type, with the version of the format */
    public record Written(String type, byte[] text) {}

    /** @param accept what the scraper takes: the text format of Prometheus, or that of OpenMetrics if it asks for it */
    public Written write(String accept) {
        ExpositionFormatWriter writer = formats.findWriter(accept);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, collect());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(writer.getContentType(), text.toByteArray());
    }

    private MetricSnapshots collect() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        Stream.concat(ours.stream(), others.stream()).forEach(collector -> collect(collector, all));
        return all.build();
    }

    /** What one collector does wrong takes nothing from the others, and is said once. */
    private void collect(MultiCollector collector, MetricSnapshots.Builder all) {
        try {
            for (MetricSnapshot snapshot : collector.collect()) {
                String name = snapshot.getMetadata().getPrometheusName();
                if (!all.containsMetricName(name)) {
                    all.metricSnapshot(snapshot);
                } else if (told.add(name)) {
                    LOG.warn("The metric {} is there twice; that of {} is left out", name, collector.getClass());
                }
            }
        } catch (RuntimeException bug) {
            if (told.add(collector.getClass().getName())) {
                LOG.error(
                        "The metrics of {} cannot be had", collector.getClass().getName(), bug);
            }
        }
    }
}
