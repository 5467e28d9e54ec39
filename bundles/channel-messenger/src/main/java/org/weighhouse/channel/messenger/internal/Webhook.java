package org.weighhouse.channel.messenger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.adapter.camel.Engagements;
import org.weighhouse.adapter.camel.Engagements.Kind;
import org.weighhouse.adapter.meta.GraphTime;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reference;

/**
 * Reads a webhook of pages. Counted is what people do; that something was delivered or read, or was sent by the page itself
 * (an echo), tells nothing that is not counted already, and {@code standby} is what another app answers to.
 */
final class Webhook {

    private static final Set<String> PRODUCTS = Set.of("page", "instagram");
    private static final List<String> SIGNS_OF_LIFE = List.of("reaction", "optin", "referral");

    private static final JsonNode NO_ID = MissingNode.getInstance();

    private final Instant received;
    private final List<Event> events = new ArrayList<>();

    private Webhook(Instant received) {
        this.received = received;
    }

    static List<Event> read(JsonNode document, Instant received) {
        Webhook webhook = new Webhook(received);
        if (PRODUCTS.contains(document.path("object").asText(""))) {
            for (JsonNode entry : document.path("entry")) {
                String page = Value.id(entry.path("id"));
                entry.path("messaging").forEach(event -> webhook.event(page, event));
            }
        }
        return List.copyOf(webhook.events);
    }

    private void event(String page, JsonNode event) {
        JsonNode message = event.path("message");
        if (message.isObject() && !message.path("is_echo").asBoolean(false)) {
            Kind kind = message.path("quick_reply").isObject() ? Kind.CLICK : Kind.REPLY;
            add(
                    page,
                    event,
                    message.path("mid"),
                    Optional.of(kind),
                    message.path("reply_to").path("mid"));
        } else if (event.path("postback").isObject()) {
            JsonNode postback = event.path("postback");
            add(
                    page,
                    event,
                    postback.path("mid"),
                    Optional.of(Kind.CLICK),
                    postback.path("reply_to").path("mid"));
        } else if (SIGNS_OF_LIFE.stream().anyMatch(event::has)) {
            add(page, event, NO_ID, Optional.empty(), NO_ID);
        }
    }

    private void add(String page, JsonNode event, JsonNode mid, Optional<Kind> kind, JsonNode answered) {
        String person = Attribution.tidy(Value.id(event.path("sender").path("id")));
        if (person.isEmpty() || person.equals(page)) {
            return;
        }
        Instant at = GraphTime.millis(event.path("timestamp"), received);
        // Older events have no id: a person does one thing in a millisecond.
        String id = mid.asText("").isEmpty()
                ? person + " " + event.path("timestamp").asText("")
                : mid.asText();
        events.add(new Event(page, new Engagements.Sign(id, at, person, "", kind, Reference.of(answered.asText("")))));
    }
}
