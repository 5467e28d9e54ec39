package org.weighhouse.gateway.internal.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.gateway.internal.http.Json;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;

/**
 * Reads CloudEvents 1.0 in JSON in one pass, without a tree. Thread-safe.
 *
 * @param maxEvents longest batch
 */
public record CloudEventParser(int maxEvents, Clock clock) {

    private static final int USUAL_BATCH = 1_000;

    /** What a body may be. */
    public enum Shape {
        SINGLE,
        BATCH,
        EITHER
    }

    /**
     * All events of a body, none of them if one is refused.
     *
     * @throws ProblemException 400 for malformed JSON or an event that is not understood, with its index and field; 403
     *     for another workspace's subject; 413 for a batch that is too long
     */
    public List<UsageEvent> parse(byte[] body, Shape shape, WorkspaceId workspace) {
        try (JsonParser parser = Json.factory().createParser(body)) {
            List<UsageEvent> events = parse(parser, shape, workspace);
            if (parser.nextToken() != null) {
                throw new ProblemException(Problem.malformed("The body has something after its end."));
            }
            return events;
        } catch (JsonProcessingException malformed) {
            throw Json.malformed(malformed);
        } catch (IOException notText) {
            throw new ProblemException(Problem.malformed("The body is not UTF-8 text."));
        }
    }

    private List<UsageEvent> parse(JsonParser parser, Shape shape, WorkspaceId workspace) throws IOException {
        Instant now = clock.instant();
        EventDraft draft = new EventDraft();
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT && shape != Shape.BATCH) {
            draft.read(parser, 0);
            return List.of(draft.build(0, workspace, now));
        }
        if (first != JsonToken.START_ARRAY || shape == Shape.SINGLE) {
            throw new ProblemException(Problem.malformed("The body must be " + describe(shape) + "."));
        }
        List<UsageEvent> events = new ArrayList<>(Math.min(maxEvents, USUAL_BATCH));
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int index = events.size();
            if (index == maxEvents) {
                throw new ProblemException(
                        Problem.of(ProblemType.TOO_LARGE, "A batch has at most " + maxEvents + " events."));
            }
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw EventRefused.malformed(index, "the event", "must be an object");
            }
            draft.read(parser, index);
            events.add(draft.build(index, workspace, now));
        }
        return events;
    }

    private static String describe(Shape shape) {
        return switch (shape) {
            case SINGLE -> "one CloudEvent, a JSON object";
            case BATCH -> "a batch of CloudEvents, a JSON array";
            case EITHER -> "a CloudEvent or an array of them";
        };
    }
}
