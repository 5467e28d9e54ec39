package org.weighhouse.gateway.internal.rest;

import java.util.Optional;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.key.KeyCheck;

/** Finds out who calls the REST API. */
record Bearer(KeyCheck keys) {

    private static final String SCHEME = "Bearer ";

    /** @throws ProblemException 401 for a missing, unknown or expired key, 403 for one that is not good for this */
    Caller.Key check(Exchange exchange, KeyScope wanted) {
        String presented =
                exchange.headers().first("Authorization").flatMap(Bearer::token).orElseThrow(Bearer::unknown);
        return switch (keys.check(presented, wanted, exchange.clientAddress())) {
            case KeyCheck.Good good -> caller(exchange, good.key());
            case KeyCheck.Unknown unknown -> throw unknown();
            case KeyCheck.Refused refused -> {
                caller(exchange, refused.key());
                throw refused(refused.refusal());
            }
            case KeyCheck.Unchecked unchecked ->
                throw new ProblemException(
                        Problem.unavailable("Keys cannot be checked at the moment. Try again shortly."));
        };
    }

    private static Caller.Key caller(Exchange exchange, ApiKeys.KeyInfo key) {
        exchange.keyId(key.id());
        return new Caller.Key(key.workspace(), key.id());
    }

    private static Optional<String> token(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(value.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static ProblemException unknown() {
        return refused(
                Refusal.of(Refusal.Reason.UNKNOWN_KEY, "Send Authorization: Bearer with a Weighhouse key (wh_...)."));
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
