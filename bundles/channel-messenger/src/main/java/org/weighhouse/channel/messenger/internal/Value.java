package org.weighhouse.channel.messenger.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A parameter that is an object, as clients write it into a form: Meta's own examples have single quotes. */
final class Value {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Value() {}

    /** Missing if it cannot be read. */
    static JsonNode of(String text) {
        try {
            JsonNode read = LENIENT.readTree(text);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /** A text or number as text; empty for anything else, and for what is longer than any id. */
    static String id(JsonNode value) {
        String text = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
        return text.length() <= 128 ? text : "";
    }
}
