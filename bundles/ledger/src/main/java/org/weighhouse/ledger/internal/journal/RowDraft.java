package org.weighhouse.ledger.internal.journal;

/** What a group commit puts into a {@link JournalRow}. */
public record RowDraft(int entryCount, long minTime, long maxTime, long recorded, int codecVersion, byte[] body) {}
