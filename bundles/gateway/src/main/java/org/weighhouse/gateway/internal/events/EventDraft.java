package org.weighhouse.gateway.internal.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.weighhouse.api.Texts;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.meter.Meter;
import org.weighhouse.gateway.internal.http.Names;
import org.weighhouse.gateway.internal.http.Rfc3339;

/** One CloudEvent while it is read. Reused from event to event; belongs to one parse. */
final class EventDraft {

    private static final String[] ATTRIBUTES = {
        "id", "source", "specversion", "type", "subject", "time", "datacontenttype"
    };

    private static final String JSON = "application/json";

    private static final int ID = 0;
    private static final int SOURCE = 1;
    private static final int SPEC_VERSION = 2;
    private static final int TYPE = 3;
    private static final int SUBJECT = 4;
    private static final int TIME = 5;
    private static final int DATA_CONTENT_TYPE = 6;

    private final String[] attributes = new String[ATTRIBUTES.length];
    private final TextCache texts = new TextCache();
    private final AttributionCache attributions = new AttributionCache();
    private final DataDraft data = new DataDraft(texts);
    private boolean dataSeen;

    /** Reads the object that the parser stands at the start of. */
    void read(JsonParser parser, int index) throws IOException {
        Arrays.fill(attributes, null);
        data.clear();
        dataSeen = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "data" -> readData(parser, index);
                case "data_base64" ->
                    throw EventRefused.malformed(index, name, "is not supported, send data as a JSON object");
                case "id" -> readAttribute(ID, parser, index);
                case "source" -> readAttribute(SOURCE, parser, index);
                case "specversion" -> readAttribute(SPEC_VERSION, parser, index);
                case "type" -> readAttribute(TYPE, parser, index);
                case "subject" -> readAttribute(SUBJECT, parser, index);
                case "time" -> readAttribute(TIME, parser, index);
                case "datacontenttype" -> readAttribute(DATA_CONTENT_TYPE, parser, index);
                // An extension attribute: anybody may add them, and they mean nothing here.
                default -> parser.skipChildren();
            }
        }
    }

    private void readData(JsonParser parser, int index) throws IOException {
        if (dataSeen) {
            throw EventRefused.malformed(index, "data", "is there twice");
        }
        dataSeen = true;
        data.read(parser);
    }

    private void readAttribute(int place, JsonParser parser, int index) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw EventRefused.malformed(index, ATTRIBUTES[place], "must be a text");
        }
        if (attributes[place] != null) {
            throw EventRefused.malformed(index, ATTRIBUTES[place], "is there twice");
        }
        // An id or a time is hardly repeated, and would only take the place of a text that is.
        attributes[place] = place == ID || place == TIME ? parser.getText() : texts.read(parser);
    }

    /** @param now the event's time if it says none */
    UsageEvent build(int index, WorkspaceId workspace, Instant now) {
        String id = required(ID, index);
        if (!required(SPEC_VERSION, index).equals("1.0")) {
            throw EventRefused.malformed(index, "specversion", "must be 1.0");
        }
        EventType type = EventType.ofName(required(TYPE, index));
        if (type == null) {
            throw EventRefused.malformed(index, "type", "must be one of " + EventType.names());
        }
        if (!required(SUBJECT, index).equals(workspace.value())) {
            throw EventRefused.forbidden(index, "subject", "must be the workspace of the key");
        }
        checkContentType(index);
        data.check(type, index);
        return new UsageEvent(
                source(index),
                id,
                time(index, now),
                attributions.of(data, index),
                Readings.of(type, data, index),
                corrects(index));
    }

    private String required(int place, int index) {
        String name = ATTRIBUTES[place];
        String value = attributes[place];
        if (value == null || value.isEmpty()) {
            throw EventRefused.malformed(index, name, "is required");
        }
        checkLength(name, value, index);
        return value;
    }

    private String source(int index) {
        String source = required(SOURCE, index);
        if (source.startsWith(Meter.RESERVED_SOURCES)) {
            throw EventRefused.malformed(
                    index, "source", "must not begin with " + Meter.RESERVED_SOURCES + ", which is the gateway's own");
        }
        return source;
    }

    private String corrects(int index) {
        String corrects = data.text(DataField.CORRECTS);
        checkLength("data.corrects", corrects, index);
        return corrects;
    }

    private static void checkLength(String name, String value, int index) {
        if (value.length() > UsageEvent.MAX_ID_LENGTH) {
            throw EventRefused.malformed(index, name, "is longer than " + UsageEvent.MAX_ID_LENGTH + " characters");
        }
        if (!Texts.isReadable(value)) {
            throw EventRefused.malformed(index, name, Names.UNREADABLE);
        }
    }

    private void checkContentType(int index) {
        String given = attributes[DATA_CONTENT_TYPE];
        if (given == null || given.equals(JSON)) {
            return;
        }
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(JSON) && !type.endsWith("+json")) {
            throw EventRefused.malformed(index, "datacontenttype", "must be application/json");
        }
    }

    /** Whether it says when it happened. */
    boolean hasTime() {
        return attributes[TIME] != null && !attributes[TIME].isEmpty();
    }

    private Instant time(int index, Instant now) {
        if (!hasTime()) {
            return now;
        }
        String given = attributes[TIME];
        Instant time;
        try {
            time = Rfc3339.parse(given);
        } catch (DateTimeException notRfc3339) {
            throw EventRefused.malformed(index, "time", "must be of RFC 3339, such as 2026-11-23T12:00:00Z");
        }
        if (time.isBefore(UsageEvent.EARLIEST) || time.isAfter(now.plus(Meter.MAX_AHEAD))) {
            String range = "between " + UsageEvent.EARLIEST + " and " + Meter.MAX_AHEAD.toHours() + " hours from now";
            throw EventRefused.malformed(index, "time", "must lie " + range);
        }
        return time;
    }
}
