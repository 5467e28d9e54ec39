package org.weighhouse.ledger.internal.record;

import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/** Credits were held until {@code expires}. */
public record Held(UUID id, WorkspaceId workspace, Map<Unit, Amount> amounts, long expires) implements JournalRecord {
    public Held {
        amounts = Map.copyOf(amounts);
    }

    public HoldName name() {
        return new HoldName(workspace, id);
    }
}
