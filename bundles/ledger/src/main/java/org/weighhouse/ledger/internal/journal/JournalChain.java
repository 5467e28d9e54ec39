package org.weighhouse.ledger.internal.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Seals rows, and checks rows as they are read: number, checksum, and hash of the row before. Not thread-safe. */
public final class JournalChain {

    private static final int HEADER_BYTES = 6 * Long.BYTES + 2 * Integer.BYTES;
    private static final byte[] BEGINNING = new byte[32];

    private long lastSeq;
    private long nextEntry;
    private byte[] lastHash;

    /** From the beginning. */
    public JournalChain() {
        this(0, 1, BEGINNING);
    }

    /** From the end of a row on. */
    public JournalChain(long lastSeq, long nextEntry, byte[] lastHash) {
        this.lastSeq = lastSeq;
        this.nextEntry = nextEntry;
        this.lastHash = lastHash.clone();
    }

    public byte[] lastHash() {
        return lastHash.clone();
    }

    public long nextEntry() {
        return nextEntry;
    }

    public long lastSeq() {
        return lastSeq;
    }

    /** The next row, sealed; the chain then goes on from it. */
    public JournalRow seal(RowDraft draft) {
        ByteBuffer header = header(
                lastSeq + 1,
                nextEntry,
                draft.entryCount(),
                draft.minTime(),
                draft.maxTime(),
                draft.recorded(),
                draft.codecVersion());
        JournalRow row = new JournalRow(
                lastSeq + 1,
                nextEntry,
                draft.entryCount(),
                draft.minTime(),
                draft.maxTime(),
                draft.recorded(),
                draft.codecVersion(),
                draft.body(),
                checksum(header, draft.body()),
                hash(lastHash, header, draft.body()));
        moveTo(row);
        return row;
    }

    /**
     * Takes the next row of the journal.
     *
     * @throws JournalDamagedException if it is not the next one, or not as it was written
     */
    public void check(JournalRow row) {
        if (row.seq() != lastSeq + 1) {
            throw new JournalDamagedException("journal row " + (lastSeq + 1) + " is missing");
        }
        ByteBuffer header = requireChecksum(row);
        if (row.firstEntry() != nextEntry || !Arrays.equals(row.hash(), hash(lastHash, header, row.body()))) {
            throw new JournalDamagedException("journal row " + row.seq() + " does not follow from the one before");
        }
        moveTo(row);
    }

    /**
     * Checks a row by itself, without the one before.
     *
     * @throws JournalDamagedException if it is not as it was written
     */
    public static void checkAlone(JournalRow row) {
        requireChecksum(row);
    }

    private static ByteBuffer requireChecksum(JournalRow row) {
        ByteBuffer header = header(
                row.seq(),
                row.firstEntry(),
                row.entryCount(),
                row.minTime(),
                row.maxTime(),
                row.recorded(),
                row.codecVersion());
        if (row.checksum() != checksum(header, row.body())) {
            throw new JournalDamagedException("journal row " + row.seq() + " has a wrong checksum");
        }
        return header;
    }

    private void moveTo(JournalRow row) {
        lastSeq = row.seq();
        nextEntry = row.firstEntry() + row.entryCount();
        lastHash = row.hash();
    }

    private static ByteBuffer header(
            long seq, long firstEntry, int entryCount, long minTime, long maxTime, long recorded, int codecVersion) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .putLong(seq)
                .putLong(firstEntry)
                .putInt(entryCount)
                .putLong(minTime)
                .putLong(maxTime)
                .putLong(recorded)
                .putInt(codecVersion);
    }

    private static long checksum(ByteBuffer header, byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, header.position());
        crc.update(body, 0, body.length);
        return crc.getValue();
    }

    private static byte[] hash(byte[] before, ByteBuffer header, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update(header.array(), 0, header.position());
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
