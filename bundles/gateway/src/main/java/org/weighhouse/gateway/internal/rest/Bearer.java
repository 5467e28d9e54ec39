package org.weighhouse.gateway.internal.rest;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.User;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.share.Sharer;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.key.KeyCheck;
import org.weighhouse.gateway.internal.key.TokenCheck;

/** Finds out who calls the REST API, and refuses those who may not. */
record Bearer(KeyCheck keys, TokenCheck tokens) {

    private static final String SCHEME = "Bearer ";

    /** @throws ProblemException 401 for a missing, unknown or expired key, 403 for one that is not good for this */
    Client require(Exchange exchange, Need.Scope need) {
        String presented = presented(exchange);
        if (presented.startsWith(AccessTokens.PREFIX)) {
            throw forbidden("This address takes keys of workspaces (wh_...), not tokens of users.");
        }
        return byKey(exchange, presented, Optional.of(need.scope()));
    }

    /**
     * @param variables the path's
     * @throws ProblemException 401 for a missing, unknown or expired key or token, 403 for one of somebody who may not
     */
    Client require(Exchange exchange, Need.Right need, Map<String, String> variables) {
        String presented = presented(exchange);
        Client client = presented.startsWith(AccessTokens.PREFIX)
                ? byToken(exchange, presented)
                : byKey(exchange, presented, Optional.empty());
        if (!may(client.access(), need.permission(), variables)) {
            throw forbidden("This is for " + need.permission().holders() + ".");
        }
        return client;
    }

    private static boolean may(Access access, Permission permission, Map<String, String> variables) {
        String workspace = variables.get(RestRequest.WORKSPACE);
        if (permission.scope() == Permission.Scope.INSTALLATION) {
            return access.may(permission);
        }
        if (workspace == null) {
            return access.mayAnywhere(permission);
        }
        try {
            return access.may(permission, new WorkspaceId(workspace));
        } catch (IllegalArgumentException nobodys) {
            // Whoever may everything is told by the operation what is wrong with it.
            return access.may(Permission.ADMINISTER);
        }
    }

    private Client byKey(Exchange exchange, String presented, Optional<KeyScope> wanted) {
        return switch (keys.check(presented, wanted, exchange.clientAddress())) {
            case KeyCheck.Good good -> client(exchange, good.key());
            case KeyCheck.Unknown unknown -> throw unknown();
            case KeyCheck.Refused refused -> {
                exchange.keyId(refused.key().id());
                throw refused(refused.refusal());
            }
            case KeyCheck.Unchecked unchecked ->
                throw new ProblemException(
                        Problem.unavailable("Keys cannot be checked at the moment. Try again shortly."));
        };
    }

    private static Client client(Exchange exchange, ApiKeys.KeyInfo key) {
        exchange.keyId(key.id());
        Caller.Key caller = new Caller.Key(key.workspace(), key.id());
        return new Client(Optional.of(caller), Access.of(key), Actor.key(key.id(), address(exchange)), caller.sharer());
    }

    private Client byToken(Exchange exchange, String presented) {
        return switch (tokens.check(presented, exchange.clientAddress())) {
            case TokenCheck.Good good -> client(exchange, good.token().id(), good.user());
            case TokenCheck.Unknown unknown -> throw unknown();
            case TokenCheck.Refused refused -> {
                exchange.keyId("token " + refused.token().id());
                throw refused(refused.refusal());
            }
        };
    }

    private static Client client(Exchange exchange, String token, User user) {
        exchange.keyId("token " + token);
        Actor actor = new Actor(user.name(), Actor.Way.REST, address(exchange));
        // A blank is in no workspace's id, so a user shares with nobody.
        return new Client(Optional.empty(), user.access(), actor, new Sharer("user " + user.name(), token));
    }

    private static String address(Exchange exchange) {
        return exchange.clientAddress().map(InetAddress::getHostAddress).orElse("");
    }

    private static String presented(Exchange exchange) {
        return exchange.headers().first("Authorization").flatMap(Bearer::token).orElseThrow(Bearer::unknown);
    }

    private static Optional<String> token(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(value.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static ProblemException unknown() {
        return refused(
                Refusal.of(
                        Refusal.Reason.UNKNOWN_KEY,
                        "Send Authorization: Bearer with a Weighhouse key (wh_...) or, below /api/v1/admin, a token (wht_...)."));
    }

    private static ProblemException forbidden(String detail) {
        return refused(Refusal.of(Refusal.Reason.FORBIDDEN, detail));
    }

    private static ProblemException refused(Refusal refusal) {
        ProblemType type = ProblemType.ofStatus(refusal.reason().status());
        Problem problem = Problem.of(type, refusal.detail());
        return new ProblemException(
                type == ProblemType.UNKNOWN_KEY
                        ? problem.header("WWW-Authenticate", "Bearer realm=\"weighhouse\"")
                        : problem);
    }
}
