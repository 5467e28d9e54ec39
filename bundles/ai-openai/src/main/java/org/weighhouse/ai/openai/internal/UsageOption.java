package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Asks for a stream's usage: puts {@code stream_options.include_usage} into a request, leaving every other byte as it
 * was.
 *
 * @param body the request to send
 * @param asked whether the client had asked for it already
 */
record UsageOption(byte[] body, boolean asked) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String OPTIONS = "stream_options";
    private static final String INCLUDE = "include_usage";
    private static final String OPTION = "\"include_usage\":true";

    /** Bytes {@code from} to {@code to} give way to a text. */
    private record Edit(int from, int to, String text) {
        byte[] apply(byte[] body) {
            byte[] inserted = text.getBytes(StandardCharsets.UTF_8);
            byte[] edited = Arrays.copyOf(body, body.length - (to - from) + inserted.length);
            System.arraycopy(inserted, 0, edited, from, inserted.length);
            System.arraycopy(body, to, edited, from + inserted.length, body.length - to);
            return edited;
        }
    }

    /** @param body a JSON object in UTF-8 with at least one member */
    static UsageOption put(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            parser.nextToken();
            Edit edit = edit(parser, end(parser));
            return edit.from() < 0 ? new UsageOption(body, true) : new UsageOption(edit.apply(body), false);
        } catch (IOException e) {
            throw new UncheckedIOException("the body was JSON a moment ago", e);
        }
    }

    /** The edit a body needs; one that begins before its start if it needs none. */
    private static Edit edit(JsonParser parser, int start) throws IOException {
        Edit edit = new Edit(start, start, "\"stream_options\":{" + OPTION + "},");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean options = parser.currentName().equals(OPTIONS);
            JsonToken value = parser.nextToken();
            if (!options) {
                parser.skipChildren();
            } else if (value == JsonToken.START_OBJECT) {
                edit = editOptions(parser, end(parser));
            } else if (value == JsonToken.VALUE_NULL) {
                edit = new Edit(start(parser), end(parser), "{" + OPTION + "}");
            } else {
                // Of a wrong type: the provider says so better than we could.
                parser.skipChildren();
                edit = nothing();
            }
        }
        return edit;
    }

    private static Edit editOptions(JsonParser parser, int start) throws IOException {
        boolean empty = true;
        Edit edit = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            empty = false;
            boolean include = parser.currentName().equals(INCLUDE);
            JsonToken value = parser.nextToken();
            if (include && value == JsonToken.VALUE_TRUE) {
                edit = nothing();
            } else if (include && (value == JsonToken.VALUE_FALSE || value == JsonToken.VALUE_NULL)) {
                edit = new Edit(start(parser), end(parser), "true");
            } else if (include) {
                edit = nothing();
                parser.skipChildren();
            } else {
                parser.skipChildren();
            }
        }
        return edit == null ? new Edit(start, start, empty ? OPTION : OPTION + ",") : edit;
    }

    private static Edit nothing() {
        return new Edit(-1, -1, "");
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private static int end(JsonParser parser) {
        return (int) parser.currentLocation().getByteOffset();
    }
}
