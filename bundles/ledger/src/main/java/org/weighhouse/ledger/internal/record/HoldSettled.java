package org.weighhouse.ledger.internal.record;

import java.util.UUID;
import org.weighhouse.api.WorkspaceId;

/**
 * A hold ended; or, if it had expired before, was posted all the same.
 *
 * @param expires when the hold would have expired, or did
 */
public record HoldSettled(UUID id, WorkspaceId workspace, How how, long expires) implements JournalRecord {

    public HoldName name() {
        return new HoldName(workspace, id);
    }

    /** The order is part of the stored form: add at the end, never reorder. */
    public enum How {
        POSTED,
        VOIDED,
        EXPIRED
    }
}
