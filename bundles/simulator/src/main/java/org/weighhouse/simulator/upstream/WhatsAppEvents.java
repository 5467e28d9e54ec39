package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * What the Cloud API calls back with, in the shape of Meta's pages "Status messages webhook reference" and "Messages webhook
 * reference".
 *
 * @param appSecret what it is signed with
 */
public record WhatsAppEvents(String appSecret, String phoneNumberId) {

    /**
     * How a message is charged.
     *
     * @param type {@code regular}, or why it is free
     */
    public record Pricing(boolean billable, String type, String category) {

        /** A status without pricing, as those after the first one may be. */
        public static final Pricing NONE = new Pricing(false, "", "");

        /** At the list's price. */
        public static Pricing regular(String category) {
            return new Pricing(true, "regular", category);
        }
    }

    /** What became of a message to one person. */
    public ObjectNode status(String message, String step, String recipient, Instant time, Pricing pricing) {
        ObjectNode status = JsonText.object()
                .put("id", message)
                .put("status", step)
                .put("timestamp", Long.toString(time.getEpochSecond()))
                .put("recipient_id", recipient);
        if (step.equals("failed")) {
            status.putArray("errors")
                    .addObject()
                    .put("code", 131026)
                    .put("title", "Message undeliverable")
                    .put("message", "Message undeliverable")
                    .putObject("error_data")
                    .put("details", "Message Undeliverable.");
        }
        if (!pricing.equals(Pricing.NONE)) {
            status.putObject("pricing")
                    .put("billable", pricing.billable())
                    .put("pricing_model", "PMP")
                    .put("type", pricing.type())
                    .put("category", pricing.category());
        }
        return status;
    }

    /** What became of a group's message for one member. */
    public ObjectNode memberStatus(
            String message, String step, String group, String member, Instant time, Pricing pricing) {
        return status(message, step, group, time, pricing)
                .put("recipient_type", "group")
                .put("recipient_participant_id", member);
    }

    /** Somebody writes a text. */
    public ObjectNode text(String id, String from, Instant time, String text) {
        ObjectNode message = message(id, from, time, "text");
        message.putObject("text").put("body", text);
        return message;
    }

    /** Somebody presses a reply button of a message. */
    public ObjectNode button(String id, String from, Instant time, String answered) {
        ObjectNode message = message(id, from, time, "interactive");
        message.putObject("context").put("from", "15550000000").put("id", answered);
        message.putObject("interactive")
                .put("type", "button_reply")
                .putObject("button_reply")
                .put("id", "yes")
                .put("title", "Yes");
        return message;
    }

    private static ObjectNode message(String id, String from, Instant time, String type) {
        return JsonText.object()
                .put("from", from)
                .put("id", id)
                .put("timestamp", Long.toString(time.getEpochSecond()))
                .put("type", type);
    }

    /** A webhook with statuses. */
    public SignedWebhook statuses(List<ObjectNode> statuses) {
        ObjectNode document = JsonText.object();
        value(document).putArray("statuses").addAll(statuses);
        return SignedWebhook.of(document, appSecret);
    }

    /** A webhook with messages of people. */
    public SignedWebhook messages(List<ObjectNode> messages) {
        ObjectNode document = JsonText.object();
        ObjectNode value = value(document);
        messages.forEach(message -> value.withArray("contacts")
                .addObject()
                .put("wa_id", message.path("from").asText())
                .putObject("profile")
                .put("name", "J\u00fcrgen \ud83d\ude00"));
        value.putArray("messages").addAll(messages);
        return SignedWebhook.of(document, appSecret);
    }

    private ObjectNode value(ObjectNode document) {
        document.put("object", "whatsapp_business_account");
        ObjectNode change = document.putArray("entry")
                .addObject()
                .put("id", "102290129340398")
                .putArray("changes")
                .addObject();
        ObjectNode value = change.putObject("value");
        change.put("field", "messages");
        value.put("messaging_product", "whatsapp")
                .putObject("metadata")
                .put("display_phone_number", "15550000000")
                .put("phone_number_id", phoneNumberId);
        return value;
    }
}
