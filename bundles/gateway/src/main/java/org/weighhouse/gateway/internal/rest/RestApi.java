package org.weighhouse.gateway.internal.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.share.SharedPool;
import org.weighhouse.api.share.Sharer;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.Limit;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.QueryParameters;
import org.weighhouse.gateway.internal.key.KeyCheck;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.gateway.internal.share.Pace;
import org.weighhouse.gateway.internal.watch.Watched;

/** Finds a request's operation, checks key and media type, answers. */
public final class RestApi {

    /** The name in log and metrics. */
    public static final String LABEL = "api";

    private static final Set<String> OWN = Set.of("", "api", "health", "metrics", "webhooks");

    private final List<Route> routes;
    private final Bearer keys;
    private final Load load;
    private final Pace pace;

    RestApi(List<Route> routes, Bearer keys, Load load, Pace pace) {
        this.routes = routes;
        this.keys = keys;
        this.load = load;
        this.pace = pace;
    }

    public static RestApi of(
            GatewaySettings settings, Neighbours neighbours, Watched watched, KeyCheck keys, Pace pace, Clock clock) {
        List<Route> routes = Routes.of(settings, neighbours, watched, clock);
        return new RestApi(routes, new Bearer(keys), watched.load(), pace);
    }

    /** Whether an address that begins so is the gateway's own and never a channel's. */
    public static boolean owns(String firstSegment) {
        return OWN.contains(firstSegment);
    }

    /** @throws ProblemException for every refusal */
    public void serve(Exchange exchange) throws IOException {
        Route route = find(exchange);
        if (route.scope().isPresent()) {
            Caller.Key caller = keys.check(exchange, route.scope().get());
            Sharer sharer = caller.sharer();
            exchange.sharer(sharer);
            requirePace(exchange, sharer);
            RestRequest request = request(exchange, route, Optional.of(caller), sharer);
            pace.read(sharer, request.body().length);
            send(exchange, answerInTurn(exchange, route, request, sharer));
        } else {
            send(exchange, route.operation().answer(request(exchange, route, Optional.empty(), exchange.client())));
        }
    }

    private RestRequest request(Exchange exchange, Route route, Optional<Caller.Key> caller, Sharer sharer) {
        QueryParameters query = QueryParameters.parse(exchange.query());
        route.parameters().check(query);
        boolean hasBody = !route.mediaTypes().isEmpty();
        String mediaType = hasBody ? MediaTypes.check(exchange, route.mediaTypes()) : "";
        byte[] body = hasBody ? exchange.readBody(route.intake(load), sharer).orRefuse(exchange) : new byte[0];
        return new RestRequest(
                exchange.method(),
                route.match(exchange.path()).orElseThrow(),
                query,
                exchange.headers(),
                mediaType,
                body,
                caller);
    }

    private static void send(Exchange exchange, RestReply reply) throws IOException {
        exchange.send(reply.status(), reply.headers(), reply.body());
    }

    private void requirePace(Exchange exchange, Sharer sharer) {
        Duration wait = pace.await(sharer);
        if (!wait.isZero()) {
            throw new ProblemException(exchange.limited(Limit.PACE).problem(SharedPool.Answer.OVER_SHARE, wait));
        }
    }

    private Route find(Exchange exchange) {
        List<Route> matching = routes.stream()
                .filter(route -> route.match(exchange.path()).isPresent())
                .toList();
        if (matching.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address. See /api/v1/openapi.json."));
        }
        return matching.stream()
                .filter(route -> route.takes(exchange.method()))
                .findFirst()
                .orElseThrow(() -> methodNotAllowed(matching));
    }

    private static ProblemException methodNotAllowed(List<Route> matching) {
        String allowed = matching.stream()
                .map(route -> route.method().equals("GET") ? "GET, HEAD" : route.method())
                .collect(Collectors.joining(", "));
        return new ProblemException(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Use " + allowed + " at this address.")
                .header("Allow", allowed));
    }

    private RestReply answerInTurn(Exchange exchange, Route route, RestRequest request, Sharer sharer) {
        try (SharedPool.Part place = load.places().ordinary().open(sharer)) {
            SharedPool.Answer answer = place.take(1);
            if (answer != SharedPool.Answer.TAKEN) {
                throw new ProblemException(exchange.limited(Limit.PLACES).problem(answer));
            }
            Actor bearer = Actor.key(
                    request.key().id(),
                    exchange.clientAddress().map(InetAddress::getHostAddress).orElse(""));
            try (Acting.Scope acting = Acting.as(bearer)) {
                return route.operation().answer(request);
            }
        } catch (LedgerUnavailableException down) {
            throw new ProblemException(
                    Problem.unavailable("The ledger takes no entries at the moment; nothing was counted."));
        }
    }

    /** Every operation. */
    List<Route> routes() {
        return routes;
    }
}
