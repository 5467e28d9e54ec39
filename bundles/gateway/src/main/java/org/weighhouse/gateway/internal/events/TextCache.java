package org.weighhouse.gateway.internal.events;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Gives equal texts of one body as one object: the events of a batch repeat their source, channel, campaign and more.
 * That spares making them, and whoever compares them later sees at once that they are the same. A text that takes
 * another's place in the table only costs the other's sharing. Belongs to one parse.
 */
final class TextCache {

    /** A power of two. */
    private static final int PLACES = 256;

    /** Longer texts are hardly repeated. */
    private static final int MAX_LENGTH = 64;

    private final String[] known = new String[PLACES];

    /** The text that the parser stands at. */
    String read(JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        if (length > MAX_LENGTH) {
            return parser.getText();
        }
        char[] buffer = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        int place = place(buffer, offset, length);
        String last = known[place];
        if (last != null && isSame(last, buffer, offset, length)) {
            return last;
        }
        String text = new String(buffer, offset, length);
        known[place] = text;
        return text;
    }

    private static int place(char[] buffer, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    private static boolean isSame(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
