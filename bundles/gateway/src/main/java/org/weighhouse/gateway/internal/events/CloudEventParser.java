package org.weighhouse.gateway.internal.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
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

    /** What a body may be. */
    public enum Shape {
        SINGLE,
        BATCH,
        EITHER
    }

    /**
     * The events of a body.
     *
     * @param untimed the places of those that said no time and got that of their arrival
     */
    public record Batch(List<UsageEvent> events, BitSet untimed) {}

    /**
     * All events of a body, none of them if one is refused.
     *
     * @throws ProblemException 400 for malformed JSON or an event that is not understood, with its index and field; 403
     *     for another workspace's subject; 413 for a batch that is too long
     */
    public Batch parse(byte[] body, Shape shape, WorkspaceId workspace) {
        try (JsonParser parser = Json.parser(body)) {
            Batch batch = parse(parser, shape, workspace);
            if (parser.nextToken() != null) {
                throw new ProblemException(Problem.malformed("The body has something after its end."));
            }
            return batch;
        } catch (JsonProcessingException malformed) {
            throw Json.malformed(malformed);
        } catch (IOException notText) {
            throw new ProblemException(Problem.malformed("The body is not UTF-8 text."));
        }
    }

    private Batch parse(JsonParser parser, Shape shape, WorkspaceId workspace) throws IOException {
        Instant now = clock.instant();
        EventDraft draft = new EventDraft();
        Batch batch = new Batch(new ArrayList<>(), new BitSet());
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT && shape != Shape.BATCH) {
            read(draft, parser, workspace, now, batch);
            return batch;
        }
        if (first != JsonToken.START_ARRAY || shape == Shape.SINGLE) {
            throw new ProblemException(Problem.malformed("The body must be " + describe(shape) + "."));
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int index = batch.events().size();
            if (index == maxEvents) {
                throw new ProblemException(
                        Problem.of(ProblemType.TOO_LARGE, "A batch has at most " + maxEvents + " events."));
            }
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw EventRefused.malformed(index, EventRefused.EVENT, "must be an object");
            }
            read(draft, parser, workspace, now, batch);
        }
        return batch;
    }

    private static void read(EventDraft draft, JsonParser parser, WorkspaceId workspace, Instant now, Batch batch)
            throws IOException {
        int index = batch.events().size();
        draft.read(parser, index);
        batch.events().add(draft.build(index, workspace, now));
        batch.untimed().set(index, !draft.hasTime());
    }

    private static String describe(Shape shape) {
        return switch (shape) {
            case SINGLE -> "one CloudEvent, a JSON object";
            case BATCH -> "a batch of CloudEvents, a JSON array";
            case EITHER -> "a CloudEvent or an array of them";
        };
    }
}
