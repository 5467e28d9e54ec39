package org.weighhouse.ledger.internal.checkpoint;

/**
 * A place in the journal, between two rows.
 *
 * @param row the last row before it; 0 at the beginning
 * @param nextEntry sequence of the first entry after it
 * @param hash of the last row before it
 * @param recorded when the last row before it was written, in microseconds
 */
public record Point(long row, long nextEntry, byte[] hash, long recorded) {}
