package org.weighhouse.ledger.internal.record;

import org.weighhouse.api.WorkspaceId;

/** One fact in the journal. State is nothing but these, applied in order. Times are microseconds since 1970. */
public sealed interface JournalRecord permits Placed, TermsSet, GrantGiven, Held, HoldSettled {

    WorkspaceId workspace();
}
