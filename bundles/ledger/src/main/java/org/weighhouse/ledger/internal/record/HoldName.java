package org.weighhouse.ledger.internal.record;

import java.util.Comparator;
import java.util.UUID;
import org.weighhouse.api.WorkspaceId;

/** What a hold is found by: under another workspace's name there is no such hold. */
public record HoldName(WorkspaceId workspace, UUID id) implements Comparable<HoldName> {

    private static final Comparator<HoldName> ORDER = Comparator.comparing(HoldName::id)
            .thenComparing(name -> name.workspace().value());

    @Override
    public int compareTo(HoldName other) {
        return ORDER.compare(this, other);
    }
}
