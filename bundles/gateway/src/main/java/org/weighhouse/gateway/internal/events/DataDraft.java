package org.weighhouse.gateway.internal.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import org.weighhouse.gateway.internal.http.Names;

/**
 * The {@code data} of one event while it is read. It may come before the event's type is known, so what is wrong with
 * it is remembered and said later. Reused from event to event; belongs to one parse.
 */
final class DataDraft {

    private static final int MAX_DECIMALS = 3;

    /** Digits before the point that a value may have. */
    private static final int MAX_INTEGER_DIGITS = 12;

    private final TextCache texts;
    private final Object[] values = new Object[DataField.values().length];
    /** A bit for each field that has a value. */
    private long present;

    private String wrongField = "";
    private String why = "";

    DataDraft(TextCache texts) {
        this.texts = texts;
    }

    void clear() {
        Arrays.fill(values, null);
        present = 0;
        wrongField = "";
        why = "";
    }

    /** Reads the value that the parser stands at. */
    void read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            wrong("data", "must be an object");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            readField(name, parser);
        }
    }

    private void readField(String name, JsonParser parser) throws IOException {
        DataField field = DataField.ofKey(name);
        if (field == null) {
            wrong("data." + Names.shortened(name), "is not a field of this type");
            parser.skipChildren();
            return;
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        Object value = valueOf(field.kind(), parser);
        if (value == null) {
            wrong("data." + field.key(), "must be " + field.kind().description());
            parser.skipChildren();
        } else if (has(field)) {
            wrong("data." + field.key(), "is there twice");
        } else {
            values[field.ordinal()] = value;
            present |= field.bit();
        }
    }

    /** The value, or null if it is not of the kind. */
    private Object valueOf(DataField.Kind kind, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (kind) {
            case TEXT -> token == JsonToken.VALUE_STRING ? texts.read(parser) : null;
            case WHOLE -> token == JsonToken.VALUE_NUMBER_INT ? whole(parser) : null;
            case DECIMAL -> token.isNumeric() ? decimal(parser.getDecimalValue()) : null;
        };
    }

    private static Long whole(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return null;
        }
        long value = parser.getLongValue();
        return value < 0 || value > DataField.MAX_WHOLE ? null : value;
    }

    /** Looks at the size first: a short text like 1e999999999 must not become a long number. */
    private static BigDecimal decimal(BigDecimal given) {
        BigDecimal value = given.stripTrailingZeros();
        boolean fits = value.signum() >= 0
                && value.scale() <= MAX_DECIMALS
                && (long) value.precision() - value.scale() <= MAX_INTEGER_DIGITS;
        return fits ? value : null;
    }

    private void wrong(String field, String reason) {
        if (wrongField.isEmpty()) {
            wrongField = field;
            why = reason;
        }
    }

    /** Refuses what was wrong, and fields that the type does not have. */
    void check(EventType type, int index) {
        if (!wrongField.isEmpty()) {
            throw EventRefused.malformed(index, wrongField, why);
        }
        long foreign = present & ~type.fields();
        if (foreign != 0) {
            DataField first = DataField.ofBit(Long.lowestOneBit(foreign));
            throw EventRefused.malformed(index, "data." + first.key(), "is not a field of " + type.typeName());
        }
    }

    boolean has(DataField field) {
        return (present & field.bit()) != 0;
    }

    boolean hasAny(Set<DataField> fields) {
        return (present & DataField.bits(fields)) != 0;
    }

    String text(DataField field) {
        return values[field.ordinal()] instanceof String text ? text : "";
    }

    long whole(DataField field, long otherwise) {
        return values[field.ordinal()] instanceof Long whole ? whole : otherwise;
    }

    BigDecimal decimal(DataField field) {
        return values[field.ordinal()] instanceof BigDecimal decimal ? decimal : BigDecimal.ZERO;
    }
}
