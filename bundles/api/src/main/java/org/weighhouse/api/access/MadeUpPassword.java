package org.weighhouse.api.access;

import java.security.SecureRandom;
import org.weighhouse.api.catalog.Secret;

/** Passwords made by chance, for people to type. Thread-safe. */
public final class MadeUpPassword {

    /** Without those that look alike: 5 bits each. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    /** 100 random bits. */
    private static final int LENGTH = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private MadeUpPassword() {}

    public static Secret next() {
        StringBuilder text = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return new Secret(text.toString());
    }
}
