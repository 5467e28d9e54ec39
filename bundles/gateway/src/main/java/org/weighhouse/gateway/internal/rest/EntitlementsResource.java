package org.weighhouse.gateway.internal.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.gateway.internal.neighbour.Slot;

/**
 * {@code /api/v1/subjects/{workspace}/entitlements/{slug}/value}: whether there is anything left. As at OpenMeter, an
 * entitlement without a limit has access and no balance.
 */
record EntitlementsResource(Slot<UsageQueries> usage, Clock clock) {

    private static final String TIME = "time";

    static final QueryRule PARAMETERS = new QueryRule(Set.of(TIME), Set.of(), Set.of(), false);

    RestReply value(RestRequest request) {
        request.requireOwn(request.variable("workspace"));
        Unit unit = MetersResource.unit(request);
        Instant at = request.instant(TIME).orElseGet(clock::instant);
        Balance balance = usage.get().balance(request.workspace(), unit, at);
        boolean soft = balance.limit() == Allowance.Limit.SOFT;
        Amount overage = balance.limited() ? balance.overage() : Amount.ZERO;
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("hasAccess", !balance.limited() || soft || balance.available().isPositive());
        if (balance.limited()) {
            value.put("balance", balance.available().toBigDecimal());
            value.put("totalAvailableGrantAmount", balance.granted().toBigDecimal());
        }
        value.put("usage", balance.used().toBigDecimal());
        value.put("overage", overage.toBigDecimal());
        return RestReply.json(200, value);
    }
}
