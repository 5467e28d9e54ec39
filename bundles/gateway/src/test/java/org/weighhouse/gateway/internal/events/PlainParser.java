package org.weighhouse.gateway.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.gateway.internal.http.Json;

/** Reads good events in the plainest way, by a tree: what {@link CloudEventParser} is held against. */
final class PlainParser {

    private PlainParser() {}

    static List<UsageEvent> parse(byte[] body, Instant now) throws IOException {
        List<UsageEvent> events = new ArrayList<>();
        for (JsonNode event : Json.tree(body)) {
            JsonNode data = event.path("data");
            events.add(new UsageEvent(
                    event.path("source").asText(),
                    event.path("id").asText(),
                    event.path("time").isTextual()
                            ? OffsetDateTime.parse(event.path("time").asText()).toInstant()
                            : now,
                    new Attribution(
                            text(data, "channel"),
                            text(data, "kind"),
                            text(data, "campaign"),
                            text(data, "flow"),
                            text(data, "feature"),
                            text(data, "model"),
                            text(data, "market"),
                            "",
                            "",
                            text(data, "subscriber")),
                    reading(event.path("type").asText(), data),
                    text(data, "corrects")));
        }
        return events;
    }

    private static Reading reading(String type, JsonNode data) {
        return switch (type) {
            case "message.sent" -> new Reading.Messages(data.path("quantity").asLong(1));
            case "ai.tokens" ->
                new Reading.Tokens(
                        text(data, "provider"),
                        new TokenBuckets(
                                data.path("input").asLong(),
                                data.path("output").asLong(),
                                data.path("cacheRead").asLong(),
                                data.path("cacheWrite").asLong(),
                                data.path("cacheWriteLong").asLong(),
                                data.path("reasoning").asLong()),
                        data.path("toolCalls").asLong(),
                        Math.round(data.path("seconds").asDouble() * 1_000));
            case "subscriber.active" -> new Reading.ActiveSubscriber();
            case "engagement" ->
                new Reading.Engagement(
                        data.path("value").isNumber()
                                ? Amount.parse(data.path("value").asText())
                                : Amount.ZERO);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static String text(JsonNode data, String field) {
        return data.path(field).asText("");
    }
}
