package org.weighhouse.adapter.camel.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.weighhouse.api.Texts;

/** Looks through documents that were sent, without building them up in memory: a byte of one can cost forty there. */
public final class JsonDocuments {

    /** Names come from outside: none of them is kept after its document. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /**
     * Most values of a document: a list of token ids, which is the longest there is in earnest, has some hundred thousand.
     */
    public static final int MAX_VALUES = 1_000_000;

    /** The beginning and end of an empty object, or a name and its value. */
    private static final int TOKENS_A_VALUE = 2;

    /** Tokens that are read in one go, in about a millisecond; other threads get their turn in between. */
    private static final int TOKENS_A_TURN = 50_000;

    private JsonDocuments() {}

    /** What a text is. */
    public enum Kind {
        /** One JSON object in UTF-8 and nothing else. */
        OBJECT,
        /** It may be one, but has more than are looked at. */
        TOO_MANY_VALUES,
        OTHER
    }

    /** Looks through all of a text, which others take for JSON of their own reading. */
    public static Kind kind(byte[] text) {
        return kind(text, MAX_VALUES);
    }

    /** @param most values that it may have; {@link Kind#TOO_MANY_VALUES} if it has more */
    public static Kind kind(byte[] text, int most) {
        if (!isUtf8(text)) {
            return Kind.OTHER;
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? object(parser, most) : Kind.OTHER;
        } catch (IOException broken) {
            return Kind.OTHER;
        }
    }

    private static Kind object(JsonParser parser, int most) throws IOException {
        int open = 1;
        for (int tokens = 0; open > 0; tokens++) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Kind.OTHER;
            }
            if (tokens > TOKENS_A_VALUE * most) {
                return Kind.TOO_MANY_VALUES;
            }
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (tokens % TOKENS_A_TURN == TOKENS_A_TURN - 1) {
                Thread.yield();
            }
        }
        return parser.nextToken() == null ? Kind.OBJECT : Kind.OTHER;
    }

    /** JSON in UTF-16 or UTF-32 has a zero among its first bytes, and a mark may stand before the text. */
    private static boolean isUtf8(byte[] text) {
        return text.length >= 2 && text[0] != 0 && text[1] != 0 && (text[0] & 0x80) == 0 && Texts.isUtf8(text);
    }
}
