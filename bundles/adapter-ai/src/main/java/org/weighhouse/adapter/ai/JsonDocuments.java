package org.weighhouse.adapter.ai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Looks through documents that were sent, without building them up in memory: a byte of one can cost forty there. */
public final class JsonDocuments {

    /** Names come from outside: none of them is kept after its document. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** Tokens that are read in one go, in about a millisecond; other threads get their turn in between. */
    private static final int TOKENS_A_TURN = 50_000;

    private JsonDocuments() {}

    /** Whether a text is one JSON object in UTF-8 and nothing else. */
    public static boolean isObject(byte[] text) {
        if (!isUtf8(text)) {
            return false;
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            int open = 1;
            for (int tokens = 0; open > 0; tokens++) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return false;
                }
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (tokens % TOKENS_A_TURN == TOKENS_A_TURN - 1) {
                    Thread.yield();
                }
            }
            return parser.nextToken() == null;
        } catch (IOException broken) {
            return false;
        }
    }

    /** JSON in UTF-16 or UTF-32 has a zero among its first bytes, and a mark may stand before the text. */
    private static boolean isUtf8(byte[] text) {
        return text.length >= 2 && text[0] != 0 && text[1] != 0 && (text[0] & 0x80) == 0;
    }
}
