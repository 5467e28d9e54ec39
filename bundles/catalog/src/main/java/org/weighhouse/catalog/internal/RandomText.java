package org.weighhouse.catalog.internal;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Texts of an alphabet, by chance or from a hash. Thread-safe.
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

    /** The text that a hash stands for; the hash has to have more bits than the text. */
    String of(byte[] hash, int length) {
        BigInteger size = BigInteger.valueOf(alphabet.length());
        BigInteger rest = new BigInteger(1, hash);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(rest.mod(size).intValue()));
            rest = rest.divide(size);
        }
        return text.toString();
    }
}
