package org.weighhouse.channel.messenger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.ReplyReader;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;

/**
 * A message counts when its reply has an id for it; an action's has none.
 *
 * @param attribution the request's; a subscriber it names stays
 */
record SendReply(Attribution attribution, Send send) implements ReplyReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public Finding whole(ReplyHead head, byte[] body) {
        JsonNode reply;
        try {
            reply = MAPPER.readTree(body);
        } catch (IOException e) {
            return new Finding.Unread();
        }
        String id = reply.path("message_id").asText(reply.path("id").asText(""));
        if (!id.isEmpty()) {
            String told = Value.id(reply.path("recipient_id"));
            String person = told.isEmpty() ? send.to() : told;
            return new Finding.Used(
                    Reference.of(id),
                    attribution.orElse(Attribution.NONE.withSubscriber(Attribution.tidy(person))),
                    new Reading.Messages(1));
        }
        boolean nothing = reply.has("error")
                || reply.has("recipient_id")
                || reply.path("success").isBoolean();
        return nothing ? new Finding.Unused() : new Finding.Unread();
    }
}
