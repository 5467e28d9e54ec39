package org.weighhouse.ledger.internal.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.record.HoldName;

/**
 * 128 bits that stand for (workspace, source, id). Cut from SHA-256, so that nobody can choose an id that collides with
 * another workspace's.
 */
public record Fingerprint(long high, long low) {

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Fingerprint::sha256);

    public static Fingerprint of(WorkspaceId workspace, String source, String id) {
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
        byte[] hash = digest.digest(third);
        return new Fingerprint(longAt(hash, 0), longAt(hash, 8));
    }

    /** Of a hold, to be kept apart from those of postings. */
    static Fingerprint of(HoldName hold) {
        return of(hold.workspace(), "", hold.id().toString());
    }

    private static long longAt(byte[] bytes, int at) {
        long value = 0;
        for (int i = at; i < at + 8; i++) {
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
