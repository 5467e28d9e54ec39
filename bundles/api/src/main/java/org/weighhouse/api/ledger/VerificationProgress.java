package org.weighhouse.api.ledger;

/** How far a verification is. */
public record VerificationProgress(long rowsRead, long rowsInAll) {}
