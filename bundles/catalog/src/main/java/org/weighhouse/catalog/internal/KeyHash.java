package org.weighhouse.catalog.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a key's text. One fast round is enough: a key is 190 random bits, so nobody can guess texts until one
 * fits, which is what slow password hashes are against; and keys are checked on every request.
 *
 * @param hex 64 lower-case hex digits
 */
record KeyHash(String hex) {

    static KeyHash of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new KeyHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
