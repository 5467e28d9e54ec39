package org.weighhouse.ledger.internal.journal;

/**
 * One group commit as it is stored.
 *
 * @param seq number of the row, from 1, without gaps
 * @param firstEntry sequence of the first entry or amendment in it; of the next one, if it has none
 * @param entryCount entries and amendments in it
 * @param minTime earliest time of an entry in it; {@link Long#MAX_VALUE} if it has none
 * @param maxTime latest time of an entry in it; {@link Long#MIN_VALUE} if it has none
 * @param recorded when the ledger wrote it
 * @param checksum CRC-32C over everything but itself and the hash
 * @param hash SHA-256 over the hash of the row before and the same
 */
public record JournalRow(
        long seq,
        long firstEntry,
        int entryCount,
        long minTime,
        long maxTime,
        long recorded,
        int codecVersion,
        byte[] body,
        long checksum,
        byte[] hash) {

    /** Whether entries of a range of time may be in it. */
    public boolean mayHaveEntriesIn(long from, long to) {
        return entryCount > 0 && maxTime >= from && minTime < to;
    }
}
