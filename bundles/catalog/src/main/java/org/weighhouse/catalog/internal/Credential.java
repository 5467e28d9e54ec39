package org.weighhouse.catalog.internal;

import java.nio.charset.StandardCharsets;

/** The form of keys and tokens, and of their ids. */
final class Credential {

    /** Characters after the prefix: 190 random bits. */
    static final int RANDOM_LENGTH = 32;

    private static final int ID_LENGTH = 12;
    private static final int HINT_LENGTH = 4;

    private Credential() {}

    static String newText(String prefix) {
        return prefix + RandomText.MIXED.next(RANDOM_LENGTH);
    }

    /** Whether a text could be one: whatever is not is not even hashed. */
    static boolean hasForm(String prefix, String text) {
        return text.length() == prefix.length() + RANDOM_LENGTH && text.startsWith(prefix);
    }

    static String hint(String text) {
        return text.substring(text.length() - HINT_LENGTH);
    }

    static String newId() {
        return RandomText.MIXED.next(ID_LENGTH);
    }

    /** The same id for the same name, and another for any other. */
    static String idOf(String name) {
        return RandomText.MIXED.of(Sha256.of(name.getBytes(StandardCharsets.UTF_8)), ID_LENGTH);
    }
}
