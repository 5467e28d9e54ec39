package org.weighhouse.channel.telegram.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.ReplyReader;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;

/**
 * Counts the messages a reply tells of: as many as its result has elements, or one. The event's id is
 * {@code <sender id>:<chat id>:<message id>} of the first: message ids are numbered by chat and, in private chats, by bot
 * too, so that a workspace which changes its bot sees the same chat and message ids again.
 */
record TelegramReply(Attribution attribution) implements ReplyReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public Finding whole(ReplyHead head, byte[] body) {
        JsonNode reply;
        try {
            reply = MAPPER.readTree(body);
        } catch (IOException e) {
            return new Finding.Unread();
        }
        if (!reply.path("ok").isBoolean()) {
            return new Finding.Unread();
        }
        return reply.path("ok").asBoolean() ? count(reply.path("result")) : new Finding.Unused();
    }

    private Finding count(JsonNode result) {
        if (result.isArray() && result.isEmpty()) {
            return new Finding.Unused();
        }
        JsonNode first = result.isArray() ? result.get(0) : result;
        int quantity = result.isArray() ? result.size() : 1;
        return new Finding.Used(id(first), attribution, new Reading.Messages(quantity, ""));
    }

    /** Empty, for an id made up by the caller, when the reply does not tell all of it. */
    private static String id(JsonNode message) {
        JsonNode id = message.path("message_id");
        JsonNode chat = message.path("chat").path("id");
        JsonNode sender = message.path("from").path("id");
        return id.isIntegralNumber() && chat.isIntegralNumber() && sender.isIntegralNumber()
                ? sender.asText() + ":" + chat.asText() + ":" + id.asText()
                : "";
    }
}
