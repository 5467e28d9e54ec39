package org.weighhouse.api.meter;

import java.util.UUID;
import org.weighhouse.api.WorkspaceId;

/**
 * Credits held for something about to happen.
 *
 * @param workspace whose credits; nobody else's settlement finds the hold
 * @param reservation the hold's id in the ledger
 */
public record Hold(WorkspaceId workspace, UUID reservation) {}
