package org.weighhouse.catalog.internal;

import java.util.List;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Allowance.Limit;

/** The plans a new installation starts with. An operator may change them; they are not put back. */
final class BuiltInPlans {

    static final List<Plan> ALL = List.of(
            plan("free", 1_000, 50_000, 100),
            plan("growth", 20_000, 1_000_000, 5_000),
            plan("scale", 200_000, 20_000_000, 50_000),
            new Plan("unlimited", Map.of()));

    private BuiltInPlans() {}

    private static Plan plan(String name, long messageCredits, long aiTokens, long subscribers) {
        return new Plan(
                name,
                Map.of(
                        Unit.MESSAGE_CREDIT, new Allowance(Amount.of(messageCredits), Limit.HARD, false),
                        Unit.AI_TOKEN, new Allowance(Amount.of(aiTokens), Limit.HARD, false),
                        Unit.SUBSCRIBER, new Allowance(Amount.of(subscribers), Limit.SOFT, false)));
    }
}
