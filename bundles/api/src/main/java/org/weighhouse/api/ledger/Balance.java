package org.weighhouse.api.ledger;

import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;

/**
 * Where a workspace stands with one unit in one period.
 *
 * @param limited whether there is an allowance at all; without one {@code available} says nothing
 * @param used posted in the period, overage included
 * @param reserved held and not settled
 * @param available what can still be used: granted − posted − reserved, never below zero
 * @param overage what was used beyond everything granted
 * @param period the month, in the workspace's zone
 */
public record Balance(
        boolean limited,
        Allowance.Limit limit,
        Amount used,
        Amount reserved,
        Amount available,
        Amount overage,
        TimeRange period) {

    /** What the period's use is shown against: used within the limit + held + available. */
    public Amount total() {
        return used.minus(overage).plus(reserved).plus(available);
    }

    /** Used in percent of {@link #total}, rounded down; above 100 with overage; 0 when nothing is limited. */
    public int percentUsed() {
        return limited ? UsageLevel.percent(used, total()) : 0;
    }
}
