package org.weighhouse.catalog.internal;

import java.nio.charset.StandardCharsets;

/**
 * SHA-256 of a key's text. One fast round is enough: a key is 190 random bits, so nobody can guess texts until one
 * fits, which is what slow password hashes are against; and keys are checked on every request.
 *
 * @param hex 64 lower-case hex digits
 */
record KeyHash(String hex) {

    static KeyHash of(String text) {
        return new KeyHash(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }
}
