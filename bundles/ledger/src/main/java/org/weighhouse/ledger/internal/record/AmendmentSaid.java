package org.weighhouse.ledger.internal.record;

import org.weighhouse.api.ledger.Amendment;

/**
 * A platform said something of a reference. What follows from it are entries of their own.
 *
 * @param number how many were said of the reference before
 */
public record AmendmentSaid(long sequence, ReferenceName name, int number, Amendment amendment) implements Placed {

    @Override
    public org.weighhouse.api.WorkspaceId workspace() {
        return name.workspace();
    }
}
