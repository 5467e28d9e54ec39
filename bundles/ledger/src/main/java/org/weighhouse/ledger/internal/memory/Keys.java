package org.weighhouse.ledger.internal.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.record.HoldName;

/**
 * The 64 bits that the index knows something by. Names are cut from SHA-256, so that nobody can choose ids that crowd
 * one place; two names may still share a key, which is why a hit is only a candidate.
 */
public final class Keys {

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Keys::sha256);

    private Keys() {}

    /** Of a posting. */
    public static long of(WorkspaceId workspace, String source, String id) {
        byte[] first = workspace.value().getBytes(StandardCharsets.UTF_8);
        byte[] second = source.getBytes(StandardCharsets.UTF_8);
        byte[] third = id.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = SHA_256.get();
        // The lengths keep ("a", "bc") and ("ab", "c") apart.
        digest.update((byte) first.length);
        digest.update(first);
        digest.update((byte) (second.length >> 8));
        digest.update((byte) second.length);
        digest.update(second);
        return firstLong(digest.digest(third));
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
