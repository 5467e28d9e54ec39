package org.weighhouse.gateway.internal.rest;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.gateway.internal.Slot;

/** {@code /api/v1/subjects/{workspace}/entitlements/{slug}/value}: whether there is anything left. */
record EntitlementsResource(Slot<UsageQueries> usage, Clock clock) {

    RestReply value(RestRequest request) {
        request.requireOwn(request.variable("workspace"));
        Unit unit = MetersResource.unit(request);
        Balance balance = usage.get().balance(request.workspace(), unit, clock.instant());
        boolean soft = balance.limit() == Allowance.Limit.SOFT;
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("hasAccess", !balance.limited() || soft || balance.available().isPositive());
        if (balance.limited()) {
            value.put("balance", balance.available().toBigDecimal());
            value.put("totalAvailableGrantAmount", balance.total().toBigDecimal());
        }
        value.put("usage", balance.used().toBigDecimal());
        value.put("overage", balance.overage().toBigDecimal());
        return RestReply.json(200, value);
    }
}
