package org.weighhouse.ledger.internal.record;

import org.weighhouse.api.WorkspaceId;

/** What entries and amendments are found by that have a platform's name. */
public record ReferenceName(WorkspaceId workspace, String channel, String reference) {}
