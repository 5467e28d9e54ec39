package org.weighhouse.api.ledger;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/**
 * A rated fact to be written: what {@code (workspace, source, id)} costs. The ledger writes it once for ever.
 *
 * @param time when it happened; decides the roll-up cell and the grants it burns
 * @param amount what it costs, zero or more
 * @param tokens the call's token buckets; {@link TokenBuckets#NONE} for anything but AI calls
 * @param corrects id (same workspace and source) of the posting this one replaces; empty for an ordinary one. The
 *     ledger then writes the difference, at the time of the original
 */
public record Posting(
        WorkspaceId workspace,
        String source,
        String id,
        Instant time,
        Unit unit,
        Amount amount,
        Attribution attribution,
        TokenBuckets tokens,
        String corrects) {

    /** @throws IllegalArgumentException if the amount is negative */
    public Posting {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("amount must not be negative");
        }
    }
}
