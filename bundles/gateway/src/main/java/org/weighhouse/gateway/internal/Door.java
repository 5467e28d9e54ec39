package org.weighhouse.gateway.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.gateway.internal.channel.Address;
import org.weighhouse.gateway.internal.channel.ChannelDoor;
import org.weighhouse.gateway.internal.http.BodyReader;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.HeaderRules;
import org.weighhouse.gateway.internal.http.IdleTimer;
import org.weighhouse.gateway.internal.http.Limit;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.Redacted;
import org.weighhouse.gateway.internal.http.RequestId;
import org.weighhouse.gateway.internal.key.KeyCheck;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Served;
import org.weighhouse.gateway.internal.neighbour.Slot;
import org.weighhouse.gateway.internal.rest.RestApi;
import org.weighhouse.gateway.internal.rest.Route;
import org.weighhouse.gateway.internal.rest.WatchResource;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.gateway.internal.share.Pace;
import org.weighhouse.gateway.internal.share.RefusalWatch;
import org.weighhouse.gateway.internal.watch.Metrics;
import org.weighhouse.gateway.internal.watch.RequestMetrics;
import org.weighhouse.gateway.internal.webhook.WebhookDoor;
import org.weighhouse.http.ClientConnections;

/** Where every request comes in: shows it to the REST API, a channel or a webhook, logs refusals, counts. */
final class Door extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** Methods that mean the connection or the server itself, never a resource behind the door. */
    private static final Set<String> NEVER = Set.of("TRACE", "CONNECT");

    private static final Set<String> USUAL_METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final BodyReader discarder;
    private final Slot<TrustedProxies> proxies;
    private final RestApi rest;
    private final ChannelDoor channels;
    private final WebhookDoor webhooks;
    private final RequestMetrics metrics;
    private final RefusalWatch watch;

    private Door(
            BodyReader discarder,
            Slot<TrustedProxies> proxies,
            RestApi rest,
            ChannelDoor channels,
            WebhookDoor webhooks,
            RequestMetrics metrics,
            RefusalWatch watch) {
        this.discarder = discarder;
        this.proxies = proxies;
        this.rest = rest;
        this.channels = channels;
        this.webhooks = webhooks;
        this.metrics = metrics;
        this.watch = watch;
    }

    static Door of(
            GatewaySettings settings,
            Neighbours neighbours,
            Served served,
            ClientConnections connections,
            RefusalWatch watch,
            Clock clock) {
        Load load = Load.of(settings);
        Pace pace = new Pace(settings.shares(), clock);
        KeyCheck keys = new KeyCheck(neighbours.keys(), clock);
        RequestMetrics metrics = new RequestMetrics();
        Metrics all = new Metrics(
                metrics, load, connections, () -> WatchResource.isWritable(neighbours), neighbours.collectors(), clock);
        List<Route> routes = RouteTable.of(settings, neighbours, all, clock);
        return new Door(
                load.bodies().reader(),
                neighbours.proxies(),
                RestApi.of(routes, neighbours, keys, load, pace, clock),
                new ChannelDoor(served.adapters(), neighbours, keys, load, pace, metrics, settings.successorWait()),
                new WebhookDoor(served.receivers(), neighbours, load, settings, clock),
                metrics,
                watch);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long begun = System.nanoTime();
        Address address = Address.of(Exchange.pathOf(request));
        // A connection that expired just as the request came is not idle any more.
        request.addIdleTimeoutListener(timeout -> false);
        try (IdleTimer timer = new IdleTimer(request);
                Exchange exchange =
                        new Exchange(timer.timed(request), timer.timed(request, response), discarder, proxies.find())) {
            metrics.begin();
            MDC.put(RequestId.LOGGED, exchange.id().toString());
            try {
                serve(exchange, address);
                exchange.discardUnreadBody();
                callback.succeeded();
            } catch (IOException | RuntimeException cutShort) {
                callback.failed(cutShort);
                LOG.debug(
                        "Cut short channel={} by {}",
                        exchange.channel(),
                        cutShort.getClass().getName());
            } finally {
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                metrics.end(exchange.channel(), exchange.status(), exchange.refusal(), took);
                exchange.limited().ifPresent(limit -> refused(exchange, limit));
                logRefusal(exchange);
                MDC.remove(RequestId.LOGGED);
            }
        }
        return true;
    }

    private void serve(Exchange exchange, Address address) throws IOException {
        try {
            route(exchange, address);
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

    private void route(Exchange exchange, Address address) throws IOException {
        exchange.requirePlainFraming();
        if (NEVER.contains(exchange.method())) {
            throw new ProblemException(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The gateway has no such method.")
                    .header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                    .header("Connection", "close"));
        }
        if (address.name().equals(WebhookDoor.LABEL)) {
            webhooks.serve(exchange, address);
        } else if (RestApi.owns(address.name())) {
            exchange.channel(RestApi.LABEL);
            HeaderRules.refuseCamelFields(exchange.headers());
            rest.serve(exchange);
        } else {
            channels.serve(exchange, address);
        }
    }

    private void refused(Exchange exchange, Limit limit) {
        metrics.limited(limit);
        exchange.sharer().ifPresent(who -> watch.refused(who, limit));
    }

    private static void logRefusal(Exchange exchange) {
        if (!exchange.refusal().isEmpty()) {
            LOG.info(
                    "Refused channel={} method={} status={} reason={} key={} request={}",
                    exchange.channel(),
                    USUAL_METHODS.contains(exchange.method()) ? exchange.method() : "other",
                    exchange.status(),
                    exchange.refusal(),
                    exchange.keyId(),
                    exchange.id());
        }
    }
}
