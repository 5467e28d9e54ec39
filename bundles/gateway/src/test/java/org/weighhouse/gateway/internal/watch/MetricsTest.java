package org.weighhouse.gateway.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class MetricsTest {

    private final GatewayFixture gateway = new GatewayFixture().with(FakeAdapter.answering("telegram", "{}"));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void requestsAndAdaptersAreTimedByChannel() {
        gateway.send(gateway.request("/telegram/bot" + KEY + "/x"));
        gateway.send(gateway.request("/telegram/botnobody/x"));

        assertThat(metrics())
                .contains("# TYPE weighhouse_gateway_request_seconds histogram\n")
                .contains("weighhouse_gateway_request_seconds_bucket{channel=\"telegram\",le=\"+Inf\"} 2\n")
                .contains("weighhouse_gateway_request_seconds_count{channel=\"telegram\"} 2\n")
                .contains("weighhouse_gateway_adapter_seconds_count{channel=\"telegram\"} 1\n");
    }

    @Test
    void theJvmIsToldOf() {
        assertThat(metrics())
                .contains(
                        "jvm_memory_used_bytes{area=\"heap\"}",
                        "jvm_threads_current",
                        "jvm_gc_collection_seconds_count")
                // Everybody may read it.
                .doesNotContain("jvm_runtime_info", System.getProperty("java.version"));
    }

    @Test
    void openMetricsIsSpokenIfAskedFor() {
        HttpResponse<String> reply = gateway.send(gateway.request("/metrics")
                .header("Accept", "application/openmetrics-text; version=1.0.0,text/plain;version=0.0.4;q=0.5"));

        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/openmetrics-text");
        assertThat(reply.body()).endsWith("# EOF\n");
        assertThat(gateway.send(gateway.request("/metrics")).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
    }

    @Test
    void whatOtherBundlesCountIsThereWhileTheyAre() {
        MultiCollector pigeons = counter("acme_pigeons_total");
        gateway.neighbours.collectors().add(pigeons);
        assertThat(metrics()).contains("acme_pigeons_total 1.0\n");

        gateway.neighbours.collectors().remove(pigeons);
        assertThat(metrics()).doesNotContain("acme_pigeons");
    }

    @Test
    void aBundleThatFailsOrTakesANameTakesNothingFromTheOthers() {
        gateway.neighbours.collectors().add(() -> {
            throw new IllegalStateException("no numbers today");
        });
        gateway.neighbours.collectors().add(counter("weighhouse_gateway_requests_total"));
        gateway.neighbours.collectors().add(counter("acme_pigeons_total"));

        metrics();

        assertThat(metrics())
                .contains("acme_pigeons_total 1.0\n")
                .contains("weighhouse_gateway_requests_total{channel=\"api\",status=\"200\"} 1.0\n")
                .doesNotContain("weighhouse_gateway_requests_total 1.0\n");
    }

    private static MultiCollector counter(String name) {
        PrometheusRegistry registry = new PrometheusRegistry();
        Counter.builder().name(name).register(registry).inc();
        return registry::scrape;
    }

    private String metrics() {
        return gateway.send(gateway.request("/metrics")).body();
    }
}
