package org.weighhouse.gateway.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.weighhouse.api.Texts;

/** How JSON is read and written here: bounded when read, exact decimals when written. */
public final class Json {

    /** Deepest nesting that is read. */
    static final int MAX_DEPTH = 64;

    /** Longest number that is read, in characters. */
    static final int MAX_NUMBER_LENGTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final ObjectMapper MAPPER =
            new ObjectMapper(FACTORY).configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

    private static final ObjectReader STRICT_READER = new ObjectMapper(FACTORY)
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private Json() {}

    /**
     * For streaming reads.
     *
     * @throws ProblemException 400 if the body is not UTF-8: Jackson would guess at other encodings
     */
    public static JsonParser parser(byte[] body) throws IOException {
        requireUtf8(body);
        return FACTORY.createParser(body);
    }

    private static void requireUtf8(byte[] body) {
        boolean zeroAhead = body.length > 1 && (body[0] == 0 || body[1] == 0);
        if (zeroAhead || !Texts.isUtf8(body)) {
            throw new ProblemException(Problem.malformed("The body is not UTF-8 text."));
        }
    }

    /** Writes maps, lists, texts, numbers, booleans and null. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException notPlain) {
            throw new UncheckedIOException(notPlain);
        }
    }

    /**
     * Reads a small document as a whole; a missing one is a missing node.
     *
     * @throws JsonProcessingException if it is no JSON, has something after its end or names a field twice
     * @throws ProblemException 400 if it is not UTF-8
     */
    public static JsonNode tree(byte[] body) throws IOException {
        requireUtf8(body);
        return STRICT_READER.readTree(body);
    }

    /** The refusal of text that is no JSON; says where, never what. */
    public static ProblemException malformed(JsonProcessingException cause) {
        var at = cause.getLocation();
        String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new ProblemException(Problem.malformed("The body is not well-formed JSON" + place + "."));
    }
}
