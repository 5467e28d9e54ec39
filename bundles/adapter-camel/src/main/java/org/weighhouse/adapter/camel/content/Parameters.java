package org.weighhouse.adapter.camel.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.weighhouse.api.channel.ChannelRequest;

/**
 * The few parameters of a call that matter, from query, JSON, form or multipart. The query goes before the body, and of a
 * parameter that is there twice the first one counts. Bodies are looked through once, and nothing of them is kept that does
 * not matter.
 */
public final class Parameters {

    /** Longest value that is looked at; longer ones count as missing. */
    public static final int MAX_VALUE = 256 * 1024;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_NAME = 64;

    private final Map<String, String> values = new HashMap<>();

    private final Set<String> wanted;

    private Parameters(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** A body that is not what its content type says. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A content type that has no parameters. */
    public static final class UnsupportedTypeException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param wanted the names that matter
     * @throws UnreadableException if the body is not what its content type says
     * @throws UnsupportedTypeException if it is neither JSON, a form nor multipart
     */
    public static Parameters of(ChannelRequest request, Set<String> wanted)
            throws UnreadableException, UnsupportedTypeException {
        Parameters parameters = new Parameters(wanted);
        parameters.form(request.query());
        byte[] body = request.body();
        String type = request.headers().first("Content-Type").orElse("");
        String mediaType = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (body.length > 0 && !mediaType.isEmpty()) {
            switch (mediaType) {
                case "application/json" -> parameters.json(body);
                case "application/x-www-form-urlencoded" -> parameters.form(new String(body, StandardCharsets.UTF_8));
                case "multipart/form-data" ->
                    Multipart.fields(type, body, wanted).forEach(parameters::put);
                default -> throw new UnsupportedTypeException();
            }
        }
        return parameters;
    }

    /** Whether it is there, whatever its value. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Empty if it is missing; an array or object as it stands in the body. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Elements of a parameter that is a JSON array; 1 if it is none, for whatever else a platform makes of it is at most one. */
    public int count(String name) {
        try (JsonParser parser = JSON.createParser(text(name))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return 1;
            }
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    return 1;
                }
                parser.skipChildren();
                count++;
            }
            return Math.max(1, count);
        } catch (IOException e) {
            return 1;
        }
    }

    private void put(String name, String value) {
        values.putIfAbsent(name, value);
    }

    private void json(byte[] body) throws UnreadableException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (wanted.contains(name)) {
                    put(name, value.isStructStart() ? source(parser, body) : parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                throw new UnreadableException();
            }
        } catch (IOException e) {
            throw new UnreadableException();
        }
    }

    /** An array or object as it stands in the body; empty if it is too long. */
    private static String source(JsonParser parser, byte[] body) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getByteOffset();
        return start >= 0 && end > start && end - start <= MAX_VALUE
                ? new String(body, start, end - start, StandardCharsets.UTF_8)
                : "";
    }

    private void form(String text) {
        int start = 0;
        while (start < text.length()) {
            int next = text.indexOf('&', start);
            int end = next < 0 ? text.length() : next;
            pair(text, start, end);
            start = end + 1;
        }
    }

    private void pair(String text, int start, int end) {
        int equals = text.indexOf('=', start, end);
        int nameEnd = equals < 0 ? end : equals;
        int valueStart = Math.min(nameEnd + 1, end);
        if (nameEnd - start > LONGEST_NAME || end - valueStart > MAX_VALUE) {
            return;
        }
        String name = decode(text.substring(start, nameEnd));
        if (wanted.contains(name)) {
            put(name, decode(text.substring(valueStart, end)));
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
