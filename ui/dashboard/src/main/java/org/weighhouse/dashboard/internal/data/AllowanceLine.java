package org.weighhouse.dashboard.internal.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.UsageQueries;

/**
 * A unit on the plan's page.
 *
 * @param allowance what the plan grants a month; empty when it does not limit the unit
 * @param rule what happens at the limit, in words
 * @param available empty without a limit
 */
public record AllowanceLine(
        Unit unit, Optional<Amount> allowance, String rule, Amount used, Amount reserved, Optional<Amount> available) {

    private static final List<Unit> UNITS = List.of(Unit.SUBSCRIBER, Unit.MESSAGE_CREDIT, Unit.AI_TOKEN, Unit.COST);

    public static List<AllowanceLine> of(
            Workspaces workspaces, UsageQueries queries, Workspace workspace, Instant now) {
        Optional<Plan> plan = workspaces.plan(workspace.plan());
        return UNITS.stream()
                .map(unit -> of(unit, plan, queries.balance(workspace.id(), unit, now)))
                .filter(line -> line.unit() != Unit.COST || line.matters())
                .toList();
    }

    private static AllowanceLine of(Unit unit, Optional<Plan> plan, Balance balance) {
        Optional<Allowance> allowance = plan.map(Plan::allowances).map(allowances -> allowances.get(unit));
        return new AllowanceLine(
                unit,
                allowance.map(Allowance::amount),
                allowance.map(AllowanceLine::rule).orElse("Counted, never refused"),
                balance.used(),
                balance.reserved(),
                balance.limited() ? Optional.of(balance.available()) : Optional.empty());
    }

    /** Whether there is anything to say: where nothing has a price, costs are left out. */
    private boolean matters() {
        return allowance.isPresent() || available.isPresent() || !used.isZero() || !reserved.isZero();
    }

    private static String rule(Allowance allowance) {
        String atLimit = allowance.limit() == Allowance.Limit.HARD ? "Refused at the limit" : "Goes on as overage";
        return allowance.rollsOver() ? atLimit + "; unused rolls over" : atLimit;
    }
}
