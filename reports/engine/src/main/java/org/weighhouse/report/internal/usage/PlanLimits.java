package org.weighhouse.report.internal.usage;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.UsageQueries;

/** What the plan and top-ups granted in the report's month; nothing for any other period, for limits are monthly. */
public final class PlanLimits {

    private final boolean month;
    private final Map<Unit, Amount> totals;

    private PlanLimits(boolean month, Map<Unit, Amount> totals) {
        this.month = month;
        this.totals = totals;
    }

    public static PlanLimits of(UsageQueries usage, Workspace workspace, Period period) {
        Map<Unit, Amount> totals = new EnumMap<>(Unit.class);
        if (period.isMonth()) {
            for (Unit unit : Unit.values()) {
                Balance balance = usage.balance(
                        workspace.id(),
                        unit,
                        period.first().atStartOfDay(period.zone()).toInstant());
                if (balance.limited()) {
                    totals.put(unit, balance.granted());
                }
            }
        }
        return new PlanLimits(period.isMonth(), totals);
    }

    /** Whether the report's period is one that limits can be shown for. */
    public boolean areKnown() {
        return month;
    }

    /** Empty when the unit is not limited, or limits are not known. */
    public Optional<Amount> total(Unit unit) {
        return Optional.ofNullable(totals.get(unit));
    }
}
