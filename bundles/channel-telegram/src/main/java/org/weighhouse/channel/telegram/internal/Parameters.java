package org.weighhouse.channel.telegram.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.weighhouse.api.channel.ChannelRequest;

/** The few parameters of a call that matter here, from query, JSON, form or multipart. */
final class Parameters {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> WANTED = Set.of("chat_id", "media", "message_ids");

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /** A body that is not what its content type says. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A content type the Bot API does not take. */
    static final class UnsupportedTypeException extends Exception {
        private static final long serialVersionUID = 1;
    }

    static Parameters of(ChannelRequest request) throws UnreadableException, UnsupportedTypeException {
        Map<String, String> values = new HashMap<>(form(request.query()));
        byte[] body = request.body();
        String type = request.headers().first("Content-Type").orElse("");
        String mediaType = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (body.length == 0 || mediaType.isEmpty()) {
            return new Parameters(values);
        }
        values.putAll(
                switch (mediaType) {
                    case "application/json" -> json(body);
                    case "application/x-www-form-urlencoded" -> form(new String(body, StandardCharsets.UTF_8));
                    case "multipart/form-data" -> Multipart.fields(type, body, WANTED);
                    default -> throw new UnsupportedTypeException();
                });
        return new Parameters(values);
    }

    String chatId() {
        return values.getOrDefault("chat_id", "");
    }

    /** Elements of a parameter that is a JSON array; 1 if it is none. */
    int count(String name) {
        try {
            JsonNode array = MAPPER.readTree(values.getOrDefault(name, ""));
            return array.isArray() && !array.isEmpty() ? array.size() : 1;
        } catch (JsonProcessingException e) {
            // The Bot API will refuse it; whatever it does instead is one message at most.
            return 1;
        }
    }

    private static Map<String, String> json(byte[] body) throws UnreadableException {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (!root.isObject()) {
                throw new UnreadableException();
            }
            Map<String, String> values = new HashMap<>();
            for (String name : WANTED) {
                JsonNode value = root.path(name);
                if (!value.isMissingNode()) {
                    values.put(name, value.isValueNode() ? value.asText() : value.toString());
                }
            }
            return values;
        } catch (IOException e) {
            throw new UnreadableException();
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (WANTED.contains(name)) {
                values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
