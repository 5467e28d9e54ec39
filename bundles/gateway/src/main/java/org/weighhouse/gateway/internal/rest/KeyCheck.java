package org.weighhouse.gateway.internal.rest;

import java.util.Optional;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.neighbour.Slot;

/** Finds out who calls the REST API. */
record KeyCheck(Slot<ApiKeys> keys) {

    private static final String SCHEME = "Bearer ";

    /** @throws ProblemException 401 for a missing or unknown key */
    Caller.Key check(Exchange exchange) {
        Optional<ApiKeys.KeyInfo> key = exchange.headers()
                .first("Authorization")
                .flatMap(KeyCheck::bearer)
                .flatMap(keys.get()::resolve);
        ApiKeys.KeyInfo info = key.orElseThrow(KeyCheck::unknown);
        exchange.keyId(info.id());
        return new Caller.Key(info.workspace(), info.id());
    }

    private static Optional<String> bearer(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(value.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(ProblemType.UNKNOWN_KEY, "Send Authorization: Bearer with a Weighhouse key (wh_...).")
                        .header("WWW-Authenticate", "Bearer realm=\"weighhouse\""));
    }
}
