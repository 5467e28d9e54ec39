package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import org.weighhouse.api.channel.ChannelResponse;

/** Answers like the Send API of the Messenger Platform: messages, sender actions, attachments, and the page itself. */
public final class MessengerStandIn extends StandIn {

    private static final Set<String> ACTIONS = Set.of("typing_on", "typing_off", "mark_seen", "react", "unreact");

    private final Set<String> tokens;
    private final String pageId;

    /** @param tokens the page's access tokens that are known */
    public MessengerStandIn(Set<String> tokens, String pageId) {
        this.tokens = Set.copyOf(tokens);
        this.pageId = pageId;
    }

    /** An error in Meta's shape; for {@link #answerNext}. */
    public static ChannelResponse error(int status, int code, String message) {
        return GraphError.of(status, code, message, "");
    }

    @Override
    ChannelResponse answer(ReceivedRequest request) {
        try {
            ObjectNode parameters = GraphParameters.of(request);
            if (!tokens.contains(GraphParameters.token(request, parameters))) {
                return error(401, GraphError.TOKEN, "Invalid OAuth access token");
            }
            return route(request, parameters);
        } catch (BadRequestException e) {
            return error(400, GraphError.INVALID, e.getMessage());
        }
    }

    private ChannelResponse route(ReceivedRequest request, ObjectNode parameters) {
        String[] names = request.path().replaceFirst("^/v\\d+\\.\\d+", "").split("/");
        String node = names.length > 1 ? names[1] : "";
        String edge = names.length > 2 ? names[2] : "";
        boolean page = node.equals("me") || node.equals(pageId);
        return switch (request.method() + " " + edge) {
            case "POST messages" -> page ? messages(parameters) : GraphError.noSuchObject(request.method(), node);
            case "POST message_attachments" -> reply(JsonText.object().put("attachment_id", "18" + GraphError.id(14)));
            case "GET " -> reply(JsonText.object().put("id", pageId).put("name", "The Copper Kettle"));
            default -> GraphError.noSuchObject(request.method(), node);
        };
    }

    private static ChannelResponse messages(ObjectNode parameters) {
        JsonNode recipient = parameters.path("recipient");
        need(recipient.isObject() && !recipient.isEmpty(), "The parameter recipient is required");
        ObjectNode reply = JsonText.object();
        if (recipient.has("id")) {
            reply.put("recipient_id", recipient.path("id").asText());
        }
        String action = parameters.path("sender_action").asText("");
        if (!action.isEmpty()) {
            need(ACTIONS.contains(action.toLowerCase(Locale.ROOT)), "Param sender_action must be one of " + ACTIONS);
            return reply(reply);
        }
        need(
                parameters.path("message").isObject()
                        && !parameters.path("message").isEmpty(),
                "Empty message");
        return reply(reply.put("message_id", "m_" + GraphError.id(32)));
    }

    private static ChannelResponse reply(ObjectNode body) {
        return JsonText.reply(200, body, GraphError.headers());
    }

    private static void need(boolean given, String message) {
        if (!given) {
            throw new BadRequestException(message);
        }
    }
}
