package org.weighhouse.api.catalog;

import java.util.Map;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;

/**
 * A named set of limits.
 *
 * @param name 1 to 64 characters
 * @param allowances what it grants each month; a unit that is missing is not limited
 */
public record Plan(String name, Map<Unit, Allowance> allowances) {
    public Plan {
        allowances = Map.copyOf(allowances);
    }
}
