package org.weighhouse.gateway.internal.watch;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.http.ClientConnections;

/** What is at the door at the moment. Thread-safe. */
final class DoorMetrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();

    DoorMetrics(Load load, ClientConnections connections, BooleanSupplier writable) {
        gauge(
                "weighhouse_gateway_in_flight",
                "Requests that are worked on.",
                load.places().ordinary()::used);
        gauge(
                "weighhouse_gateway_in_flight_bytes",
                "Bytes of request bodies in memory.",
                load.bodies().memory()::used);
        gauge(
                "weighhouse_gateway_stranger_bytes",
                "Bytes of bodies in memory whose senders are not known yet.",
                load.strangers().memory()::used);
        gauge("weighhouse_gateway_connections", "Connections that are open.", connections::count);
        gauge("weighhouse_gateway_webhooks_in_flight", "Webhooks that are worked on.", load.webhooks()::used);
        gauge(
                "weighhouse_gateway_webhook_bytes",
                "Bytes of webhooks' bodies in memory.",
                load.webhookBodies().memory()::used);
        gauge(
                "weighhouse_ledger_writable",
                "Whether every shard of the ledger takes entries.",
                () -> writable.getAsBoolean() ? 1 : 0);
        CounterWithCallback.builder()
                .name("weighhouse_gateway_connections_refused_total")
                .help("Connections closed at once, for their address had its share.")
                .callback(counter -> counter.call(connections.refused()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("weighhouse_gateway_streams")
                .help("Streams and long polls, by channel.")
                .labelNames("channel")
                .callback(gauge -> load.places().streams().forEach((channel, count) -> gauge.call(count, channel)))
                .register(registry);
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(gauge -> gauge.call(value.getAsDouble()))
                .register(registry);
    }

    MetricSnapshots collect() {
        return registry.scrape();
    }
}
