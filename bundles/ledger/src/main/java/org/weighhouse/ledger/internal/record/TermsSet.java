package org.weighhouse.ledger.internal.record;

import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Terms;

/** A workspace's terms began to hold, from the month that {@code since} lies in. */
public record TermsSet(WorkspaceId workspace, Terms terms, long since) implements JournalRecord {}
