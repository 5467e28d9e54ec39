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
 * {@code <chat id>:<message id>} of the first.
 *
 * @param chatId the chat the request named, for replies that tell only message ids
 */
record TelegramReply(Attribution attribution, String chatId) implements ReplyReader {

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

    private String id(JsonNode message) {
        JsonNode id = message.path("message_id");
        String chat = message.path("chat").path("id").asText(chatId);
        return id.isIntegralNumber() && !chat.isEmpty() ? chat + ":" + id.asText() : "";
    }
}
