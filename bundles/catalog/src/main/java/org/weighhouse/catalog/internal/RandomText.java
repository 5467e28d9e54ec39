package org.weighhouse.catalog.internal;

import java.security.SecureRandom;

/**
 * Random texts. Thread-safe.
 *
 * @param alphabet what they are made of
 */
record RandomText(String alphabet) {

    /** 5.95 bits a character. */
    static final RandomText MIXED = new RandomText("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /** 5 bits a character, without those that are easily mistaken for others. */
    static final RandomText BASE32 = new RandomText("abcdefghijklmnopqrstuvwxyz234567");

    private static final SecureRandom RANDOM = new SecureRandom();

    String next(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
