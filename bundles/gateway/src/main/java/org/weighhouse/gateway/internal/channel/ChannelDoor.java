package org.weighhouse.gateway.internal.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.gateway.internal.InFlight;
import org.weighhouse.gateway.internal.Neighbours;
import org.weighhouse.gateway.internal.http.BodyResult;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.HeaderRules;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.Redacted;

/** Takes a bot's request to its adapter and the reply back. */
public final class ChannelDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelDoor.class);
    private static final int FIRST_ERROR_STATUS = 400;

    private final AdapterRegistry adapters;
    private final Neighbours neighbours;
    private final InFlight inFlight;
    private final Refusals refusals;
    private final Duration successorWait;

    public ChannelDoor(AdapterRegistry adapters, Neighbours neighbours, InFlight inFlight, Duration successorWait) {
        this.adapters = adapters;
        this.neighbours = neighbours;
        this.inFlight = inFlight;
        this.refusals = new Refusals(adapters);
        this.successorWait = successorWait;
    }

    /** @throws ProblemException 404 for a channel that never was */
    public void serve(Exchange exchange, Address address) throws IOException {
        String channel = address.name();
        if (!isKnown(channel)) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_FOUND, "There is no such channel. GET / says where the addresses are described."));
        }
        exchange.channel(channel);
        if (HeaderRules.hasCamelField(exchange.headers())) {
            String detail = "Header fields whose names begin with camel are not accepted.";
            refusals.send(exchange, Refusal.of(Refusal.Reason.MALFORMED, detail));
            return;
        }
        Baggage baggage;
        Attribution said;
        try {
            baggage = Baggage.of(exchange.headers());
            said = baggage.attribution().orElse(Matrix.attribution(address.parameters()));
        } catch (ProblemException bad) {
            refusals.send(
                    exchange, Refusal.of(Refusal.Reason.MALFORMED, bad.problem().detail()));
            return;
        }
        readAndPass(exchange, address, baggage.others(), said);
    }

    private boolean isKnown(String channel) {
        return adapters.knows(channel)
                || neighbours
                        .channels()
                        .find()
                        .flatMap(known -> known.find(channel))
                        .isPresent();
    }

    private void readAndPass(Exchange exchange, Address address, Headers headers, Attribution said) throws IOException {
        switch (exchange.readBody()) {
            case BodyResult.Incomplete incomplete -> refusals.send(exchange, incomplete);
            case BodyResult.Complete body -> {
                ChannelRequest request = new ChannelRequest(
                        exchange.method(),
                        address.rest(),
                        exchange.query(),
                        HeaderRules.forAdapter(headers),
                        body.bytes(),
                        said);
                pass(exchange, request);
            }
        }
    }

    /** Takes a place only once there is an adapter: those who wait for one channel do not keep out the others. */
    private void pass(Exchange exchange, ChannelRequest request) throws IOException {
        Optional<AdapterRegistry.Lease> lease = adapters.lease(exchange.channel(), successorWait);
        if (lease.isEmpty()) {
            exchange.send(Problem.unavailable("This channel is offline at the moment. Try again shortly."));
            return;
        }
        try (AdapterRegistry.Lease inside = lease.get()) {
            Optional<InFlight.Place> place = inFlight.enter();
            if (place.isEmpty()) {
                Refusal full = unavailable("The gateway is at its limit of requests. Try again shortly.");
                refusals.send(exchange, inside.adapter(), full);
                return;
            }
            try (InFlight.Place held = place.get()) {
                identifyAndHandle(exchange, request, inside.adapter());
            }
        }
    }

    private void identifyAndHandle(Exchange exchange, ChannelRequest request, ChannelAdapter adapter)
            throws IOException {
        Optional<ApiKeys> keys = neighbours.keys().find();
        if (keys.isEmpty()) {
            refusals.send(exchange, adapter, unavailable("Keys cannot be checked at the moment. Try again shortly."));
            return;
        }
        Optional<ApiKeys.KeyInfo> key = adapter.presentedKey(request).flatMap(keys.get()::resolve);
        if (key.isEmpty()) {
            String detail = "Put a Weighhouse key (wh_...) where this platform's own credential would go.";
            refusals.send(exchange, adapter, Refusal.of(Refusal.Reason.UNKNOWN_KEY, detail));
            return;
        }
        exchange.keyId(key.get().id());
        Attribution attribution = request.attribution().orElse(key.get().defaults());
        Caller caller = new Caller(key.get().workspace(), key.get().id());
        handle(exchange, request.withAttribution(attribution), caller, adapter);
    }

    private void handle(Exchange exchange, ChannelRequest request, Caller caller, ChannelAdapter adapter)
            throws IOException {
        ChannelResponse response;
        try {
            response = adapter.handle(request, caller);
        } catch (LedgerUnavailableException down) {
            LOG.warn("The ledger takes no entries: {}", down.getMessage());
            refusals.send(exchange, adapter, unavailable("Usage cannot be counted at the moment. Try again shortly."));
            return;
        } catch (RuntimeException bug) {
            LOG.error("The adapter of {} failed", exchange.channel(), Redacted.of(bug));
            exchange.send(Problem.of(ProblemType.INTERNAL, "The channel's adapter failed. The log knows more."));
            return;
        }
        if (response.status() >= FIRST_ERROR_STATUS) {
            LOG.debug("Answered channel={} status={} key={}", exchange.channel(), response.status(), caller.keyId());
        }
        try {
            exchange.send(response.status(), HeaderRules.forClient(response.headers()), response.body());
        } catch (IOException broken) {
            if (exchange.isCommitted()) {
                throw broken;
            }
            exchange.resetResponse();
            refusals.send(exchange, adapter, Refusal.of(Refusal.Reason.UPSTREAM_FAILED, "The reply broke off."));
        }
    }

    private static Refusal unavailable(String detail) {
        return new Refusal(Refusal.Reason.UNAVAILABLE, detail, Problem.RETRY_AFTER);
    }
}
