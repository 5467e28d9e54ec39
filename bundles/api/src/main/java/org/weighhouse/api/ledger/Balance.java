package org.weighhouse.api.ledger;

import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;

/**
 * Where a workspace stands with one unit in one period.
 *
 * @param limited whether there is an allowance at all; without one {@code available} says nothing
 * @param used posted in the period, overage included
 * @param reserved held and not settled
 * @param available what can still be used: granted − posted − reserved, never below zero, though holds may be exceeded
 * @param overage what was used beyond everything granted
 * @param granted what the period's use is shown against: used within the grants, and what is left of them, held or not
 * @param period the month, in the workspace's zone
 */
public record Balance(
        boolean limited,
        Allowance.Limit limit,
        Amount used,
        Amount reserved,
        Amount available,
        Amount overage,
        Amount granted,
        TimeRange period) {

    /** Used in percent of what is granted, rounded down; above 100 with overage; 0 when nothing is limited. */
    public int percentUsed() {
        return limited ? UsageLevel.percent(used, granted) : 0;
    }
}
