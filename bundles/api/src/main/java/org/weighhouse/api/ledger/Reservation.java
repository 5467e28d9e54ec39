package org.weighhouse.api.ledger;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/**
 * Credits to be held, all of them or none, until the outcome is known.
 *
 * @param id chosen by the caller, unique for ever; reserving it again answers as the first time
 * @param amounts what to hold of each unit, zero or more
 * @param timeout after this the hold ends by itself; 1 second to 7 days
 */
public record Reservation(UUID id, WorkspaceId workspace, Map<Unit, Amount> amounts, Duration timeout) {
    public Reservation {
        amounts = Map.copyOf(amounts);
    }
}
