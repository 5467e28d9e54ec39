package org.weighhouse.gateway.internal.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.HeaderRules;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.Redacted;
import org.weighhouse.gateway.internal.neighbour.Registry;

/** Refuses in the platform's own words, or as problem+json where there is no adapter to find them. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Registry<ChannelAdapter> adapters;

    Refusals(Registry<ChannelAdapter> adapters) {
        this.adapters = adapters;
    }

    void send(Exchange exchange, Refusal refusal) throws IOException {
        Optional<Registry<ChannelAdapter>.Lease> lease = adapters.lease(exchange.channel(), Duration.ZERO);
        if (lease.isEmpty()) {
            exchange.send(problem(refusal));
            return;
        }
        try (Registry<ChannelAdapter>.Lease inside = lease.get()) {
            send(exchange, inside.service(), refusal);
        }
    }

    void send(Exchange exchange, ChannelAdapter adapter, Refusal refusal) throws IOException {
        ChannelResponse response;
        try {
            response = adapter.refuse(refusal);
        } catch (RuntimeException bug) {
            LOG.error("The adapter of {} failed to refuse", exchange.channel(), Redacted.of(bug));
            exchange.send(problem(refusal));
            return;
        }
        exchange.refused(refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Headers headers = HeaderRules.forClient(response.headers());
        exchange.send(response.status(), withRetryAfter(headers, refusal.retryAfter()), response.body());
    }

    static Refusal unavailable(String detail) {
        return new Refusal(Refusal.Reason.UNAVAILABLE, detail + " Try again shortly.", Problem.RETRY_AFTER);
    }

    private static Headers withRetryAfter(Headers headers, Duration retryAfter) {
        return retryAfter.isZero() || headers.first("Retry-After").isPresent()
                ? headers
                : headers.and("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal.reason()) {
            case UNAVAILABLE -> Problem.unavailable(refusal.detail());
            case TOO_MANY_REQUESTS -> Problem.tooMany(refusal.detail(), refusal.retryAfter());
            default -> Problem.of(ProblemType.ofStatus(refusal.reason().status()), refusal.detail());
        };
    }
}
