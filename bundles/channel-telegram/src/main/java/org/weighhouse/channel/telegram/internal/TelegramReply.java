package org.weighhouse.channel.telegram.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.ReplyReader;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;

/**
 * Counts the messages a reply tells of: as many as its result has elements, or one. The reference is {@code <chat
 * id>:<message id>} of the first one. Both numbers are the platform's: a message id may be 0, as that of a video which
 * Telegram itself schedules, and in private chats two bots see the same ones.
 *
 * @param attribution the request's; a subscriber it names stays
 * @param asked the chat that the request names
 */
record TelegramReply(Attribution attribution, Chat asked, Aliases aliases) implements ReplyReader {

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
        Chat chat = chat(first.path("chat"));
        return new Finding.Used(
                reference(chat, first.path("message_id")),
                attribution.orElse(Attribution.NONE.withSubscriber(chat.value())),
                new Reading.Messages(quantity));
    }

    /** The chat by its number if the reply tells it or an earlier one did, else as the request says. */
    private Chat chat(JsonNode told) {
        Chat number =
                told.path("id").isIntegralNumber() ? Chat.of(told.path("id").asText()) : Chat.NONE;
        if (number.isNone()) {
            return asked.known(aliases, attribution.account());
        }
        asked.learnt(aliases, attribution.account(), number);
        Chat.of("@" + told.path("username").asText()).learnt(aliases, attribution.account(), number);
        return number;
    }

    /** What a message is counted under. */
    static Reference reference(Chat chat, JsonNode messageId) {
        return chat.isNone() || !messageId.isIntegralNumber()
                ? Reference.NONE
                : Reference.of(chat.value() + ":" + messageId.asText());
    }
}
