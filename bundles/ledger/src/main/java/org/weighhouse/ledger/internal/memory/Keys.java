package org.weighhouse.ledger.internal.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.ReferenceName;

/**
 * The 64 bits that the index knows something by. Names are cut from SHA-256, so that nobody can choose ids that crowd
 * one place; two names may still share a key, which is why a hit is only a candidate.
 */
public final class Keys {

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Keys::sha256);

    private Keys() {}

    /** What begins the digest of what is no posting: no workspace's name is so long. */
    private static final byte REFERENCE = (byte) 0xFF;

    private static final byte AMENDMENTS = (byte) 0xFE;
    private static final byte AMENDMENT = (byte) 0xFD;

    /** Of a posting. */
    public static long of(WorkspaceId workspace, String source, String id) {
        MessageDigest digest = SHA_256.get();
        add(digest, workspace, source);
        return firstLong(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of an entry by its id. */
    public static long of(EntryWritten entry) {
        return of(entry.workspace(), entry.source(), entry.id());
    }

    /**
     * Of an entry with a reference.
     *
     * @param occurrence how many entries had that reference before
     */
    public static long ofReference(ReferenceName name, int occurrence) {
        return of(REFERENCE, name, Integer.toString(occurrence));
    }

    /**
     * Of an amendment by what it is about.
     *
     * @param number how many amendments there were of that before
     */
    public static long ofAmendments(ReferenceName name, int number) {
        return of(AMENDMENTS, name, Integer.toString(number));
    }

    /** Of an amendment by its own id. */
    public static long ofAmendment(ReferenceName name, String id) {
        return of(AMENDMENT, name, id);
    }

    private static long of(byte kind, ReferenceName name, String last) {
        MessageDigest digest = SHA_256.get();
        digest.update(kind);
        add(digest, name.workspace(), name.channel());
        byte[] reference = name.reference().getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (reference.length >> 8));
        digest.update((byte) reference.length);
        digest.update(reference);
        return firstLong(digest.digest(last.getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(MessageDigest digest, WorkspaceId workspace, String second) {
        byte[] first = workspace.value().getBytes(StandardCharsets.UTF_8);
        byte[] text = second.getBytes(StandardCharsets.UTF_8);
        // The lengths keep ("a", "bc") and ("ab", "c") apart.
        digest.update((byte) first.length);
        digest.update(first);
        digest.update((byte) (text.length >> 8));
        digest.update((byte) text.length);
        digest.update(text);
    }

    /** Of a hold that ended. No posting has an empty source. */
    public static long of(HoldName hold) {
        return of(hold.workspace(), "", hold.id().toString());
    }

    /** Of the corrections of an entry, by its location. */
    public static long ofCorrections(long location) {
        // The finisher of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads neighbours.
        long mixed = location + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static long firstLong(byte[] bytes) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
