package org.weighhouse.api;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a platform or a client calls something: a message id, a request id. It helps to find an entry and decides nothing,
 * for platforms repeat such names and clients may choose them. Immutable.
 *
 * @param value at most {@link #MAX_LENGTH} characters without control characters or broken surrogate pairs; empty for
 *     none
 */
public record Reference(String value) {

    /** Longest reference, in UTF-16 units. */
    public static final int MAX_LENGTH = 256;

    public static final Reference NONE = new Reference("");

    private static final String HASHED = "sha256:";

    /** @throws IllegalArgumentException if the value is not of that form */
    public Reference {
        if (!isShort(value)) {
            throw new IllegalArgumentException(
                    "a reference has at most " + MAX_LENGTH + " characters and no control characters");
        }
    }

    /**
     * The reference for a name from outside, whatever it is: one that cannot be kept as it is stands as its SHA-256, so
     * that the same name still finds the same entries.
     */
    public static Reference of(String name) {
        return new Reference(isShort(name) ? name : HASHED + hash(name));
    }

    public boolean isNone() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isShort(String text) {
        return text.length() <= MAX_LENGTH && Texts.isPlain(text);
    }

    private static String hash(String text) {
        // Its characters as they are, for an encoding would lose broken surrogate pairs.
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(text.length(), Character.BYTES));
        bytes.asCharBuffer().put(text);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
