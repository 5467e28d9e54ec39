package org.weighhouse.dashboard.internal.services;

import org.weighhouse.api.WorkspaceId;

/** Hears of changes on the thread that made them; returns at once. */
public interface ChangeListener {

    void usageChanged(WorkspaceId workspace);

    /** A channel, a workspace, a plan, a service itself, the health of the ledger, or perhaps the day. */
    void everythingChanged();
}
