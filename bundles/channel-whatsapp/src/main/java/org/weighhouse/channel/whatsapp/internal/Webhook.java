package org.weighhouse.channel.whatsapp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.adapter.camel.Engagements;
import org.weighhouse.adapter.meta.GraphTime;
import org.weighhouse.api.Reference;

/**
 * Reads a webhook of the field {@code messages}; the other fields tell nothing that counts. Anything may be missing, new, or
 * of another type than the documentation has it: what is not understood is left out, and the rest counts.
 */
final class Webhook {

    private static final String PRODUCT = "whatsapp_business_account";
    private static final String FIELD = "messages";
    private static final Set<String> CLICKS = Set.of("button", "interactive");
    /** They tell that a person is there, and answer nothing. */
    private static final Set<String> SIGNS_OF_LIFE = Set.of("reaction");
    /** Told by the platform itself, about a person. */
    private static final Set<String> NOTICES = Set.of("system");

    private final Instant received;
    private final List<Event> events = new ArrayList<>();

    private Webhook(Instant received) {
        this.received = received;
    }

    static List<Event> read(JsonNode document, Instant received) {
        Webhook webhook = new Webhook(received);
        if (document.path("object").asText("").equals(PRODUCT)) {
            for (JsonNode entry : document.path("entry")) {
                entry.path("changes").forEach(webhook::change);
            }
        }
        return List.copyOf(webhook.events);
    }

    private void change(JsonNode change) {
        if (!change.path("field").asText("").equals(FIELD)) {
            return;
        }
        JsonNode value = change.path("value");
        String number = value.path("metadata").path("phone_number_id").asText("");
        value.path("contacts").forEach(contact -> contact(number, contact));
        value.path("statuses").forEach(status -> status(number, status));
        value.path("messages").forEach(message -> message(number, message));
    }

    private void contact(String number, JsonNode contact) {
        Person phone = Person.of(contact.path("wa_id").asText(""));
        Person hidden = Person.of(contact.path("user_id").asText(""));
        if (phone.hasNumber() && !hidden.isNone() && !hidden.hasNumber()) {
            events.add(new Event.Known(number, phone, hidden));
        }
    }

    private void status(String number, JsonNode status) {
        String message = status.path("id").asText("");
        if (!message.isEmpty()) {
            Statement.of(status, received)
                    .ifPresent(amendment -> events.add(new Event.Status(number, message, amendment)));
        }
    }

    private void message(String number, JsonNode message) {
        String id = message.path("id").asText("");
        Person phone = Person.of(message.path("from").asText(""));
        Person from = phone.isNone() ? Person.of(message.path("from_user_id").asText("")) : phone;
        String type = message.path("type").asText("");
        if (id.isEmpty() || from.isNone() || NOTICES.contains(type)) {
            return;
        }
        events.add(new Event.Inbound(
                number,
                id,
                from,
                kind(type),
                Reference.of(message.path("context").path("id").asText("")),
                GraphTime.seconds(message.path("timestamp"), received)));
    }

    private static Optional<Engagements.Kind> kind(String type) {
        if (SIGNS_OF_LIFE.contains(type)) {
            return Optional.empty();
        }
        return Optional.of(CLICKS.contains(type) ? Engagements.Kind.CLICK : Engagements.Kind.REPLY);
    }
}
