package org.weighhouse.pricing.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model of LiteLLM's price list: no more of it than its prices, whatever else the file has.
 *
 * @param provider empty if it does not say
 * @param numbers by name; those of an object within by both names, joined by a dot
 */
record ListedModel(String provider, Map<String, BigDecimal> numbers) {

    /** Names come from outside: none of them is kept after its file. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final Pattern PRICE = Pattern.compile("(?:input|output|cache|search)_\\w{1,120}");

    private static final int MAX_NUMBERS = 200;

    /** Reads the value of a field whose name was read before. */
    static ListedModel read(JsonParser parser) throws IOException {
        String provider = "";
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new ListedModel(provider, numbers);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING && name.equals("litellm_provider")) {
                provider = parser.getText();
            } else if (!PRICE.matcher(name).matches()) {
                parser.skipChildren();
            } else if (value == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String within = parser.currentName();
                    parser.nextToken();
                    keep(name + "." + within, parser, numbers);
                }
            } else {
                keep(name, parser, numbers);
            }
        }
        return new ListedModel(provider, numbers);
    }

    private static void keep(String name, JsonParser parser, Map<String, BigDecimal> numbers) throws IOException {
        if (parser.currentToken().isNumeric() && numbers.size() < MAX_NUMBERS) {
            numbers.put(name, parser.getDecimalValue());
        }
        parser.skipChildren();
    }

    Optional<BigDecimal> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }
}
