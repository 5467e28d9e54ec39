package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.channel.ChannelResponse;

/**
 * Answers like the WhatsApp Cloud API: messages of every type, marketing messages, read receipts, media. Statuses do not
 * come by themselves: {@link WhatsAppEvents} makes them.
 */
public final class WhatsAppStandIn extends StandIn {

    /**
     * A message that was accepted.
     *
     * @param id the platform's
     * @param to the number or user id, or the group, as it is known to the platform
     * @param kind its type, or {@code marketing_lite}
     */
    public record Accepted(String phoneNumberId, String id, String to, String kind) {}

    private static final Set<String> TYPES = Set.of(
            "text",
            "audio",
            "document",
            "image",
            "location",
            "video",
            "sticker",
            "reaction",
            "interactive",
            "template",
            "contacts");

    private final Set<String> tokens;
    private final Set<String> phoneNumberIds;
    private final List<Consumer<Accepted>> listeners = new CopyOnWriteArrayList<>();

    public WhatsAppStandIn(Set<String> tokens, Set<String> phoneNumberIds) {
        this.tokens = Set.copyOf(tokens);
        this.phoneNumberIds = Set.copyOf(phoneNumberIds);
    }

    /** Calls back with every message that is accepted, before its sender is answered. */
    public Subscription onAccepted(Consumer<Accepted> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** An error in Meta's shape; for {@link #answerNext}. */
    public static ChannelResponse error(int status, int code, String message) {
        return GraphError.of(status, code, message, message);
    }

    @Override
    ChannelResponse answer(ReceivedRequest request) {
        try {
            ObjectNode parameters = GraphParameters.of(request);
            if (!tokens.contains(GraphParameters.token(request, parameters))) {
                return GraphError.of(401, GraphError.TOKEN, "Invalid OAuth access token", "");
            }
            return route(request, parameters);
        } catch (BadRequestException e) {
            return GraphError.of(400, GraphError.INVALID, "Invalid parameter", e.getMessage());
        }
    }

    private ChannelResponse route(ReceivedRequest request, ObjectNode parameters) {
        String[] names = request.path().replaceFirst("^/v\\d+\\.\\d+", "").split("/");
        String node = names.length > 1 ? names[1] : "";
        String edge = names.length > 2 ? names[2] : "";
        boolean number = phoneNumberIds.contains(node);
        return switch (request.method() + " " + edge) {
            case "POST messages" ->
                number ? messages(node, parameters, "") : GraphError.noSuchObject(request.method(), node);
            case "POST marketing_messages" ->
                number ? messages(node, parameters, "marketing_lite") : GraphError.noSuchObject(request.method(), node);
            case "POST media" ->
                JsonText.reply(200, JsonText.object().put("id", "1" + GraphError.id(15)), GraphError.headers());
            case "GET " -> media(node);
            case "DELETE " -> JsonText.reply(200, JsonText.object().put("success", true), GraphError.headers());
            default -> GraphError.noSuchObject(request.method(), node);
        };
    }

    private ChannelResponse messages(String phoneNumberId, ObjectNode parameters, String product) {
        need(parameters.path("messaging_product").asText("").equals("whatsapp"), "messaging_product must be whatsapp");
        if (parameters.has("status")) {
            need(
                    parameters.path("status").asText().equals("read") && parameters.has("message_id"),
                    "message_id is missing");
            return JsonText.reply(200, JsonText.object().put("success", true), GraphError.headers());
        }
        String type = parameters.path("type").asText("text");
        need(TYPES.contains(type), "Param type must be one of " + TYPES);
        need(parameters.path(type).isContainerNode(), "Param " + type + " is required");
        need(product.isEmpty() || type.equals("template"), "Only templates are marketing messages");
        return accept(phoneNumberId, parameters, product.isEmpty() ? type : product);
    }

    private ChannelResponse accept(String phoneNumberId, ObjectNode parameters, String kind) {
        String input = parameters.path("to").asText("");
        String userId = parameters.path("recipient").asText("");
        need(!input.isEmpty() || !userId.isEmpty(), "The parameter to is required");
        ObjectNode contact = JsonText.object().put("input", input.isEmpty() ? userId : input);
        String to = input.isEmpty() ? userId : input.replaceAll("[^0-9A-Za-z.=:]", "");
        contact.put(input.isEmpty() ? "user_id" : "wa_id", to);
        Accepted accepted = new Accepted(phoneNumberId, wamid(), to, kind);
        listeners.forEach(listener -> listener.accept(accepted));
        ObjectNode reply = JsonText.object().put("messaging_product", "whatsapp");
        reply.putArray("contacts").add(contact);
        ObjectNode message = reply.putArray("messages").addObject().put("id", accepted.id());
        if (kind.equals("template") || kind.equals("marketing_lite")) {
            message.put("message_status", "accepted");
        }
        return JsonText.reply(200, reply, GraphError.headers());
    }

    private static ChannelResponse media(String id) {
        JsonNode media = JsonText.object()
                .put("messaging_product", "whatsapp")
                .put("url", "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=" + id)
                .put("mime_type", "image/jpeg")
                .put("id", id);
        return JsonText.reply(200, media, GraphError.headers());
    }

    private static void need(boolean given, String message) {
        if (!given) {
            throw new BadRequestException(message);
        }
    }

    private static String wamid() {
        byte[] random = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        return "wamid." + Base64.getEncoder().encodeToString(random);
    }
}
