package org.weighhouse.gateway.internal.rest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.access.TooManyLoginsException;
import org.weighhouse.api.audit.Acting;
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
import org.weighhouse.gateway.internal.key.TokenCheck;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.gateway.internal.share.Pace;

/** Finds a request's operation, checks key and media type, answers. */
public final class RestApi {

    /** The name in log and metrics. */
    public static final String LABEL = "api";

    private static final Set<String> OWN = Set.of("", "api", "health", "metrics", "webhooks");

    private final List<Route> routes;
    private final Bearer bearer;
    private final Load load;
    private final Pace pace;

    RestApi(List<Route> routes, Bearer bearer, Load load, Pace pace) {
        this.routes = routes;
        this.bearer = bearer;
        this.load = load;
        this.pace = pace;
    }

    public static RestApi of(
            List<Route> routes, Neighbours neighbours, KeyCheck keys, Load load, Pace pace, Clock clock) {
        TokenCheck tokens = new TokenCheck(neighbours.tokens(), neighbours.users(), clock);
        return new RestApi(routes, new Bearer(keys, tokens), load, pace);
    }

    /** Whether an address that begins so is the gateway's own and never a channel's. */
    public static boolean owns(String firstSegment) {
        return OWN.contains(firstSegment);
    }

    /** @throws ProblemException for every refusal */
    public void serve(Exchange exchange) throws IOException {
        Route route = find(exchange);
        Optional<Client> client =
                switch (route.need()) {
                    case Need.Nothing nothing -> Optional.empty();
                    case Need.Scope scope -> Optional.of(bearer.require(exchange, scope));
                    case Need.Right right ->
                        Optional.of(bearer.require(
                                exchange, right, route.match(exchange.path()).orElseThrow()));
                };
        if (client.isPresent()) {
            serve(exchange, route, client.get());
        } else {
            send(exchange, route.operation().answer(request(exchange, route, client, exchange.client())));
        }
    }

    private void serve(Exchange exchange, Route route, Client client) throws IOException {
        Sharer sharer = client.sharer();
        exchange.sharer(sharer);
        requirePace(exchange, sharer);
        RestRequest request = request(exchange, route, Optional.of(client), sharer);
        pace.read(sharer, request.body().length);
        send(exchange, answerInTurn(exchange, route, request, client).unstored());
    }

    private RestRequest request(Exchange exchange, Route route, Optional<Client> client, Sharer sharer) {
        QueryParameters query = QueryParameters.parse(exchange.query());
        route.parameters().check(query);
        boolean hasBody = !route.mediaTypes().isEmpty();
        String mediaType = hasBody ? MediaTypes.check(exchange, route.mediaTypes()) : "";
        byte[] body =
                hasBody ? exchange.readBody(route.intake().apply(load), sharer).orRefuse(exchange) : new byte[0];
        return new RestRequest(
                exchange.method(),
                route.match(exchange.path()).orElseThrow(),
                query,
                exchange.headers(),
                mediaType,
                body,
                client);
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

    private RestReply answerInTurn(Exchange exchange, Route route, RestRequest request, Client client) {
        try (SharedPool.Part place = load.places().ordinary().open(client.sharer())) {
            SharedPool.Answer answer = place.take(1);
            if (answer != SharedPool.Answer.TAKEN) {
                throw new ProblemException(exchange.limited(Limit.PLACES).problem(answer));
            }
            try (Acting.Scope acting = Acting.as(client.actor())) {
                return route.operation().answer(request);
            }
        } catch (TooManyLoginsException crowded) {
            throw new ProblemException(Problem.tooMany(
                    "Too many passwords are being worked on. Nothing was changed.", Problem.RETRY_AFTER));
        } catch (LedgerUnavailableException down) {
            throw new ProblemException(
                    Problem.unavailable("The ledger takes no entries at the moment; nothing was counted."));
        }
    }
}
