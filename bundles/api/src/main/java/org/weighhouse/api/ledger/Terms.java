package org.weighhouse.api.ledger;

import java.time.ZoneId;
import java.util.Map;
import org.weighhouse.api.Unit;

/**
 * The terms a workspace's account is kept on. A unit without an allowance is counted and not limited.
 *
 * @param zone where the workspace's days and months begin
 */
public record Terms(ZoneId zone, Map<Unit, Allowance> allowances) {
    public Terms {
        allowances = Map.copyOf(allowances);
    }
}
