package org.weighhouse.gateway.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.gateway.internal.channel.AdapterRegistry;
import org.weighhouse.gateway.internal.channel.Address;
import org.weighhouse.gateway.internal.channel.ChannelDoor;
import org.weighhouse.gateway.internal.http.BodyReader;
import org.weighhouse.gateway.internal.http.ByteBudget;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.HeaderRules;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.Redacted;
import org.weighhouse.gateway.internal.rest.RestApi;
import org.weighhouse.gateway.internal.watch.RequestMetrics;

/** Where every request comes in: shows it to the REST API or to a channel, logs refusals, counts. */
final class Door extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** Methods that mean the connection or the server itself, never a resource behind the door. */
    private static final Set<String> NEVER = Set.of("TRACE", "CONNECT");

    private static final Set<String> USUAL_METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final BodyReader reader;
    private final ByteBudget budget;
    private final RestApi rest;
    private final ChannelDoor channels;
    private final RequestMetrics metrics;

    private Door(BodyReader reader, ByteBudget budget, RestApi rest, ChannelDoor channels, RequestMetrics metrics) {
        this.reader = reader;
        this.budget = budget;
        this.rest = rest;
        this.channels = channels;
        this.metrics = metrics;
    }

    static Door of(GatewaySettings settings, Neighbours neighbours, AdapterRegistry adapters, Clock clock) {
        InFlight inFlight = new InFlight(settings.maxInFlight());
        ByteBudget budget = new ByteBudget(settings.maxInFlightBytes());
        RequestMetrics metrics = new RequestMetrics();
        return new Door(
                new BodyReader(settings.maxRequestBytes(), settings.requestTimeout()),
                budget,
                RestApi.of(settings, neighbours, inFlight, budget, metrics, clock),
                new ChannelDoor(adapters, neighbours, inFlight, settings.successorWait()),
                metrics);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // An exchange may be silent for long while a model thinks; its own reads and writes still time out.
        request.addIdleTimeoutListener(timeout -> false);
        try (Exchange exchange = new Exchange(request, response, reader, budget.open())) {
            metrics.begin();
            try {
                serve(exchange);
                exchange.discardUnreadBody();
                callback.succeeded();
            } catch (IOException | RuntimeException cutShort) {
                callback.failed(cutShort);
                LOG.debug(
                        "Cut short channel={} by {}",
                        exchange.channel(),
                        cutShort.getClass().getName());
            } finally {
                metrics.end(exchange.channel(), exchange.status(), exchange.refusal());
                logRefusal(exchange);
            }
        }
        return true;
    }

    private void serve(Exchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (ProblemException refused) {
            exchange.send(refused.problem());
        } catch (RuntimeException bug) {
            LOG.error("A request failed, channel={}", exchange.channel(), Redacted.of(bug));
            if (exchange.isCommitted()) {
                throw bug;
            }
            exchange.resetResponse();
            exchange.send(Problem.of(ProblemType.INTERNAL, "The gateway could not answer. The log knows more."));
        }
    }

    private void route(Exchange exchange) throws IOException {
        if (NEVER.contains(exchange.method())) {
            throw new ProblemException(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The gateway has no such method.")
                    .header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                    .header("Connection", "close"));
        }
        Address address = Address.of(exchange.path());
        if (!RestApi.owns(address.name())) {
            channels.serve(exchange, address);
            return;
        }
        exchange.channel(RestApi.LABEL);
        if (HeaderRules.hasCamelField(exchange.headers())) {
            throw new ProblemException(
                    Problem.malformed("Header fields whose names begin with camel are not accepted."));
        }
        rest.serve(exchange);
    }

    private static void logRefusal(Exchange exchange) {
        if (!exchange.refusal().isEmpty()) {
            LOG.info(
                    "Refused channel={} method={} status={} reason={} key={}",
                    exchange.channel(),
                    USUAL_METHODS.contains(exchange.method()) ? exchange.method() : "other",
                    exchange.status(),
                    exchange.refusal(),
                    exchange.keyId());
        }
    }
}
