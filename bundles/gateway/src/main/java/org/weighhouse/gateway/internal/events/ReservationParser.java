package org.weighhouse.gateway.internal.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.gateway.internal.http.Json;
import org.weighhouse.gateway.internal.http.Names;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;

/** Reads what a reservation is for: {@code {"message": {...}}} or {@code {"tokens": {...}}}. */
public final class ReservationParser {

    private static final int WHOLE = EventRefused.NO_BATCH;
    private static final long MIN_TIMEOUT_MS = 1_000;
    private static final long MAX_TIMEOUT_MS = Duration.ofDays(7).toMillis();

    private final DataDraft data = new DataDraft(new TextCache());
    private Optional<EventType> type = Optional.empty();
    private Optional<Duration> timeout = Optional.empty();

    private ReservationParser() {}

    /**
     * What happened or is about to.
     *
     * @param timeout how long to hold, if it says so
     */
    public record Estimate(Attribution attribution, Reading reading, Optional<Duration> timeout) {}

    /** @throws ProblemException 400 for malformed JSON, an unknown field or a wrong type */
    public static Estimate parse(byte[] body) {
        try (JsonParser parser = Json.parser(body)) {
            return new ReservationParser().read(parser);
        } catch (JsonProcessingException malformed) {
            throw Json.malformed(malformed);
        } catch (IOException notText) {
            throw new ProblemException(Problem.malformed("The body is not UTF-8 text."));
        }
    }

    private Estimate read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new ProblemException(Problem.malformed("The body must be a JSON object."));
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            readField(name, parser);
        }
        if (parser.nextToken() != null) {
            throw new ProblemException(Problem.malformed("The body has something after its end."));
        }
        EventType kind = type.orElseThrow(() -> EventRefused.malformed(WHOLE, "message or tokens", "is required"));
        data.check(kind, WHOLE);
        return new Estimate(Readings.attribution(data, WHOLE), Readings.of(kind, data, WHOLE), timeout);
    }

    private void readField(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "message" -> readData(EventType.MESSAGE_SENT, parser);
            case "tokens" -> readData(EventType.AI_TOKENS, parser);
            case "timeoutMs" -> timeout = Optional.of(timeout(parser));
            default -> throw EventRefused.malformed(WHOLE, Names.shortened(name), "is not a field of a reservation");
        }
    }

    private void readData(EventType kind, JsonParser parser) throws IOException {
        if (type.isPresent()) {
            throw EventRefused.malformed(WHOLE, "message or tokens", "can be there only once");
        }
        type = Optional.of(kind);
        data.read(parser);
    }

    private static Duration timeout(JsonParser parser) throws IOException {
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        long millis = whole ? parser.getLongValue() : -1;
        if (millis < MIN_TIMEOUT_MS || millis > MAX_TIMEOUT_MS) {
            throw EventRefused.malformed(
                    WHOLE, "timeoutMs", "must be a whole number from " + MIN_TIMEOUT_MS + " to " + MAX_TIMEOUT_MS);
        }
        return Duration.ofMillis(millis);
    }
}
