package org.weighhouse.gateway.internal.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.share.SharedPool;
import org.weighhouse.api.share.Sharer;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.HeaderRules;
import org.weighhouse.gateway.internal.http.Limit;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.Redacted;
import org.weighhouse.gateway.internal.neighbour.Registry;
import org.weighhouse.gateway.internal.share.Places;
import org.weighhouse.gateway.internal.watch.RequestMetrics;

/** Takes a bot's request through its adapter and the reply back, with a place for as long as that takes. */
final class Passage {

    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);
    private static final int FIRST_ERROR_STATUS = 400;
    private static final Refusal BROKEN_OFF = unusable("broke off");
    private static final Refusal TOO_LARGE_A_HEAD = unusable("has a larger head than passes here");

    private final Registry<ChannelAdapter> adapters;
    private final Places places;
    private final Refusals refusals;
    private final RequestMetrics metrics;
    private final Duration successorWait;

    Passage(
            Registry<ChannelAdapter> adapters,
            Places places,
            Refusals refusals,
            RequestMetrics metrics,
            Duration successorWait) {
        this.adapters = adapters;
        this.places = places;
        this.refusals = refusals;
        this.metrics = metrics;
        this.successorWait = successorWait;
    }

    /** Takes a place only once there is an adapter: those who wait for one channel do not keep out the others. */
    void pass(Exchange exchange, Identity.Known known) throws IOException {
        Optional<Registry<ChannelAdapter>.Lease> lease = adapters.lease(exchange.channel(), successorWait);
        if (lease.isEmpty()) {
            exchange.send(Problem.unavailable("This channel is offline at the moment. Try again shortly."));
            return;
        }
        try (Registry<ChannelAdapter>.Lease inside = lease.get()) {
            ChannelAdapter adapter = inside.service();
            boolean mayWait = adapter.mayWait(known.request());
            Sharer sharer = known.caller().sharer();
            try (Places.Held held = places.enter(sharer, exchange.channel(), mayWait)) {
                if (held.answer() == SharedPool.Answer.TAKEN) {
                    handle(exchange, known, adapter, held);
                } else {
                    Limit limit = exchange.limited(mayWait ? Limit.STREAMS : Limit.PLACES);
                    refusals.send(exchange, adapter, limit.refusal(held.answer()));
                }
            }
        }
    }

    private void handle(Exchange exchange, Identity.Known known, ChannelAdapter adapter, Places.Held held)
            throws IOException {
        ChannelResponse response;
        long begun = System.nanoTime();
        try {
            response = adapter.handle(known.request(), known.caller());
        } catch (LedgerUnavailableException down) {
            LOG.warn("The ledger takes no entries: {}", down.getMessage());
            refusals.send(exchange, adapter, Refusals.unavailable("Usage cannot be counted at the moment."));
            return;
        } catch (RuntimeException bug) {
            LOG.error("The adapter of {} failed", exchange.channel(), Redacted.of(bug));
            exchange.send(Problem.of(ProblemType.INTERNAL, "The channel's adapter failed. The log knows more."));
            return;
        } finally {
            metrics.adapter(exchange.channel(), Duration.ofNanos(System.nanoTime() - begun));
        }
        if (response.status() >= FIRST_ERROR_STATUS) {
            LOG.debug("Answered channel={} status={} key={}", exchange.channel(), response.status(), exchange.keyId());
        }
        SharedPool.Answer stream = response.streamed() ? held.last() : SharedPool.Answer.TAKEN;
        if (stream != SharedPool.Answer.TAKEN) {
            response.body().abandon();
            refusals.send(exchange, adapter, exchange.limited(Limit.STREAMS).refusal(stream));
            return;
        }
        send(exchange, response, adapter);
    }

    private void send(Exchange exchange, ChannelResponse response, ChannelAdapter adapter) throws IOException {
        Headers headers = HeaderRules.forClient(response.headers());
        if (HeaderRules.isTooLarge(headers)) {
            response.body().abandon();
            refusals.send(exchange, adapter, TOO_LARGE_A_HEAD);
            return;
        }
        try {
            exchange.send(response.status(), headers, response.body());
        } catch (IOException broken) {
            if (exchange.isCommitted()) {
                throw broken;
            }
            exchange.resetResponse();
            refusals.send(exchange, adapter, BROKEN_OFF);
        }
    }

    private static Refusal unusable(String how) {
        return Refusal.of(
                Refusal.Reason.UPSTREAM_FAILED,
                "The platform's reply " + how
                        + "; what was asked may have been done and counted, so do not just send it again.");
    }
}
