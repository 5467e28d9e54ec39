package org.weighhouse.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What texts from outside may hold: the ledger must give back exactly what it was given. */
public final class Texts {

    private static final int DECODED_AT_ONCE = 8 * 1024;

    private Texts() {}

    /** Whether there is no control character and no half of a surrogate pair, which UTF-8 cannot keep. */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c) && !isPair(text, i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a text is plain and shows what it is: nothing in it is invisible, or turns the order of what follows. The
     * joiners that emoji and some scripts need are let through. What is stored may be older than this rule.
     */
    public static boolean isReadable(String text) {
        return isPlain(text) && text.chars().noneMatch(Texts::isDeceptive);
    }

    /** Unicode TR 36 and TR 39: bidirectional overrides and isolates, and what has no width. */
    private static boolean isDeceptive(int c) {
        return c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200B
                || c >= 0x2060 && c <= 0x2064
                || c == 0xFEFF
                || c == 0x00AD;
    }

    /** Whether bytes are UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing cut off. */
    public static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer waste = CharBuffer.allocate(Math.clamp(bytes.length, 2, DECODED_AT_ONCE));
        CoderResult result;
        do {
            result = decoder.decode(in, waste.clear(), true);
        } while (result.isOverflow());
        return result.isUnderflow();
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** The text without what must not be in it, cut to a length without halving a pair. */
    public static String tidy(String text, int most) {
        // What is far too long is not looked at to its end.
        String head = text.substring(0, Math.min(text.length(), 2 * most));
        String plain = head.codePoints()
                .filter(c -> !Character.isISOControl(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .filter(c -> !isDeceptive(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (plain.length() <= most) {
            return plain;
        }
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(most - 1)) ? most - 1 : most);
    }
}
