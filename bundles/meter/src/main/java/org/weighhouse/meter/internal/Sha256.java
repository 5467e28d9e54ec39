package org.weighhouse.meter.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for texts that are too long for where they have to stand. */
final class Sha256 {

    private Sha256() {}

    /** 64 hex digits. */
    static String of(String text) {
        try {
            // UTF-16, for what has broken surrogate pairs would lose them in UTF-8.
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
