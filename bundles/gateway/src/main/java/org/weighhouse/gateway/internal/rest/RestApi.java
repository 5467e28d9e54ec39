package org.weighhouse.gateway.internal.rest;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.gateway.internal.http.BodyResult;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.QueryParameters;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.places.InFlight;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.watch.Load;
import org.weighhouse.gateway.internal.watch.RequestMetrics;

/** Finds a request's operation, checks key and media type, answers. */
public final class RestApi {

    /** The name in log and metrics. */
    public static final String LABEL = "api";

    private static final Set<String> OWN = Set.of("", "api", "health", "metrics", "webhooks");

    private final List<Route> routes;
    private final KeyCheck keys;
    private final InFlight inFlight;

    RestApi(List<Route> routes, KeyCheck keys, InFlight inFlight) {
        this.routes = routes;
        this.keys = keys;
        this.inFlight = inFlight;
    }

    public static RestApi of(
            GatewaySettings settings, Neighbours neighbours, Load load, RequestMetrics metrics, Clock clock) {
        List<Route> routes = Routes.of(settings, neighbours, load, metrics, clock);
        return new RestApi(
                routes, new KeyCheck(neighbours.keys()), load.places().ordinary());
    }

    /** Whether an address that begins so is the gateway's own and never a channel's. */
    public static boolean owns(String firstSegment) {
        return OWN.contains(firstSegment);
    }

    /** @throws ProblemException for every refusal */
    public void serve(Exchange exchange) throws IOException {
        Route route = find(exchange);
        Optional<Caller.Key> caller = route.keyed() ? Optional.of(keys.check(exchange)) : Optional.empty();
        QueryParameters query = QueryParameters.parse(exchange.query());
        route.parameters().check(query);
        String mediaType = route.mediaTypes().isEmpty() ? "" : MediaTypes.check(exchange, route.mediaTypes());
        byte[] body = route.mediaTypes().isEmpty() ? new byte[0] : read(exchange);
        RestRequest request = new RestRequest(
                exchange.method(),
                route.match(exchange.path()).orElseThrow(),
                query,
                exchange.headers(),
                mediaType,
                body,
                caller);
        RestReply reply =
                route.keyed() ? answerInTurn(route, request) : route.operation().answer(request);
        exchange.send(reply.status(), reply.headers(), reply.body());
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

    private static byte[] read(Exchange exchange) {
        return switch (exchange.readBody()) {
            case BodyResult.Complete complete -> complete.bytes();
            case BodyResult.Incomplete incomplete -> throw incomplete.refusal();
        };
    }

    private RestReply answerInTurn(Route route, RestRequest request) {
        try (InFlight.Place place = inFlight.enter().orElseThrow(RestApi::full)) {
            return route.operation().answer(request);
        } catch (LedgerUnavailableException down) {
            throw new ProblemException(
                    Problem.unavailable("The ledger takes no entries at the moment; nothing was counted."));
        }
    }

    private static ProblemException full() {
        return new ProblemException(Problem.unavailable("The gateway is at its limit of requests. Try again shortly."));
    }

    /** Method and template of every operation. */
    List<Map.Entry<String, String>> operations() {
        return routes.stream()
                .map(route -> Map.entry(route.method(), route.template()))
                .toList();
    }
}
