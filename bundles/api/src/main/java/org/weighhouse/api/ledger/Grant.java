package org.weighhouse.api.ledger;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/**
 * Credits given to a workspace. Grants burn by priority (lower first), then earliest expiry.
 *
 * @param id unique within the workspace; the same id is granted once
 * @param from first instant it can be used
 * @param expires first instant it can no longer be used; {@link Instant#MAX} for never
 * @param priority 0 to 1000, lower burns first; allowances have {@link #ALLOWANCE_PRIORITY}
 */
public record Grant(
        WorkspaceId workspace,
        String id,
        Unit unit,
        Kind kind,
        Amount amount,
        Instant from,
        Instant expires,
        int priority) {

    public static final int ALLOWANCE_PRIORITY = 100;
    public static final int TOP_UP_PRIORITY = 200;

    public enum Kind {
        ALLOWANCE,
        TOP_UP,
        PROMOTION,
        ADJUSTMENT
    }
}
