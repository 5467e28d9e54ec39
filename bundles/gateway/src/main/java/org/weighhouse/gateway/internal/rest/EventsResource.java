package org.weighhouse.gateway.internal.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.meter.Meter;
import org.weighhouse.gateway.internal.events.CloudEventParser;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.neighbour.Slot;

/** {@code POST /api/v1/events}: a body's events are counted in one durable step, or none of them. */
record EventsResource(Slot<Meter> meter, CloudEventParser parser) {

    private static final String EVENT = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    static final Set<String> MEDIA_TYPES = Set.of(EVENT, BATCH, MediaTypes.JSON);

    RestReply ingest(RestRequest request) {
        CloudEventParser.Shape shape =
                switch (request.mediaType()) {
                    case EVENT -> CloudEventParser.Shape.SINGLE;
                    case BATCH -> CloudEventParser.Shape.BATCH;
                    default -> CloudEventParser.Shape.EITHER;
                };
        CloudEventParser.Batch batch = parser.parse(request.body(), shape, request.workspace());
        if (!batch.events().isEmpty()) {
            requireCounted(batch, record(request.workspace(), batch.events()));
        }
        return RestReply.nothing();
    }

    private List<Receipt> record(WorkspaceId workspace, List<UsageEvent> events) {
        try {
            return meter.get().record(workspace, events);
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(Problem.malformed("The batch was refused: " + refused.getMessage()));
        }
    }

    /** A conflict does not hold back the rest of its batch: the answer says which events were not counted. */
    private static void requireCounted(CloudEventParser.Batch batch, List<Receipt> receipts) {
        List<UsageEvent> events = batch.events();
        List<Map<String, Object>> conflicts = new ArrayList<>();
        int counted = 0;
        int duplicates = 0;
        for (int i = 0; i < receipts.size(); i++) {
            switch (receipts.get(i).status()) {
                case RECORDED -> counted++;
                case DUPLICATE -> duplicates++;
                case DUPLICATE_OTHER_TIME -> {
                    // Without a time of its own an event got that of its arrival, and a repetition arrives later.
                    if (batch.untimed().get(i)) {
                        duplicates++;
                    } else {
                        conflicts.add(conflict(i, events.get(i), "the id was counted before for another time"));
                    }
                }
                case CONFLICT ->
                    conflicts.add(conflict(i, events.get(i), "the id was counted before with other content"));
                case UNKNOWN_ORIGINAL ->
                    conflicts.add(conflict(i, events.get(i), "it corrects an event that was never counted"));
            }
        }
        if (!conflicts.isEmpty()) {
            String detail = conflicts.size() + " of " + events.size() + " events were not counted, see conflicts;"
                    + " the others are. Sending those again does no harm.";
            throw new ProblemException(Problem.of(ProblemType.CONFLICT, detail)
                    .with("conflicts", conflicts)
                    .with("counted", counted)
                    .with("duplicates", duplicates));
        }
    }

    private static Map<String, Object> conflict(int index, UsageEvent event, String reason) {
        return Map.of("index", index, "id", event.id(), "source", event.source(), "reason", reason);
    }
}
