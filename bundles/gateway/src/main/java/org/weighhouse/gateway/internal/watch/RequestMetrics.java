package org.weighhouse.gateway.internal.watch;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import org.weighhouse.gateway.internal.http.Limit;

/**
 * Counts and times requests. Labels come from known channels and our own words only, so their number is bounded. Without
 * exemplars, for which the library starts a thread that outlives the bundle.
 *
 * <p>Thread-safe.
 */
public final class RequestMetrics {

    /** In seconds: fine where a proxy's own time is, and up to what AI calls and long polls take. */
    private static final double[] BUCKETS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter answers = Counter.builder()
            .name("weighhouse_gateway_requests_total")
            .help("Requests answered, by channel and status.")
            .labelNames("channel", "status")
            .withoutExemplars()
            .register(registry);
    private final Counter refusals = Counter.builder()
            .name("weighhouse_gateway_refused_total")
            .help("Requests refused at the door, by reason.")
            .labelNames("reason")
            .withoutExemplars()
            .register(registry);
    private final Counter limited = Counter.builder()
            .name("weighhouse_gateway_limited_total")
            .help("Requests refused because a limit was reached or a share used up, by what ran short.")
            .labelNames("limit")
            .withoutExemplars()
            .register(registry);
    private final Counter attributionIgnored = Counter.builder()
            .name("weighhouse_gateway_attribution_ignored_total")
            .help("Malformed members of baggage that were left out of an attribution.")
            .withoutExemplars()
            .register(registry);
    private final Gauge open = Gauge.builder()
            .name("weighhouse_gateway_open_requests")
            .help("Requests begun and not ended.")
            .withoutExemplars()
            .register(registry);
    private final Histogram requests = seconds(
            "weighhouse_gateway_request_seconds", "From a request's head to the end of its answer, by channel.");
    private final Histogram adapters = seconds(
            "weighhouse_gateway_adapter_seconds",
            "From a request at its adapter to the head of the answer, by channel; most of it is the platform's time.");

    public RequestMetrics() {
        for (Limit limit : Limit.values()) {
            limited.initLabelValues(limit.slug());
        }
    }

    private Histogram seconds(String name, String help) {
        return Histogram.builder()
                .name(name)
                .unit(Unit.SECONDS)
                .help(help)
                .labelNames("channel")
                .classicOnly()
                .classicUpperBounds(BUCKETS)
                .withoutExemplars()
                .register(registry);
    }

    public void begin() {
        open.inc();
    }

    /** @param refusal the reason; empty if the request was passed on */
    public void end(String channel, int status, String refusal, Duration took) {
        open.dec();
        answers.labelValues(channel, Integer.toString(status)).inc();
        requests.labelValues(channel).observe(seconds(took));
        if (!refusal.isEmpty()) {
            refusals.labelValues(refusal).inc();
        }
    }

    public void adapter(String channel, Duration took) {
        adapters.labelValues(channel).observe(seconds(took));
    }

    /** Counts a request that asked for more than there was, or than was its share. */
    public void limited(Limit limit) {
        limited.labelValues(limit.slug()).inc();
    }

    /** Counts members of {@code baggage} that were ours and malformed. */
    public void attributionIgnored(int members) {
        attributionIgnored.inc(members);
    }

    MetricSnapshots collect() {
        return registry.scrape();
    }

    private static double seconds(Duration took) {
        return Unit.nanosToSeconds(took.toNanos());
    }
}
