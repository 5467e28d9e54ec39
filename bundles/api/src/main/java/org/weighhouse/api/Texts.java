package org.weighhouse.api;

import java.util.stream.Collectors;

/** What texts from outside may hold: the ledger must give back exactly what it was given. */
final class Texts {

    private Texts() {}

    /** Whether there is no control character and no half of a surrogate pair, which UTF-8 cannot keep. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c) && !isPair(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** The text without what must not be in it, cut to a length without halving a pair. */
    static String tidy(String text, int most) {
        // What is far too long is not looked at to its end.
        String head = text.substring(0, Math.min(text.length(), 2 * most));
        String plain = head.codePoints()
                .filter(c -> !Character.isISOControl(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (plain.length() <= most) {
            return plain;
        }
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(most - 1)) ? most - 1 : most);
    }
}
