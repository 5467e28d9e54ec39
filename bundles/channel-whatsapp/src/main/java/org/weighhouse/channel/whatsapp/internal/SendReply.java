package org.weighhouse.channel.whatsapp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.ReplyReader;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;

/**
 * A message counts when it was accepted: the reply has its id. Whom it went to is told by the reply, whose number may differ
 * from the one asked for.
 *
 * @param attribution the request's; a subscriber and market it names stay
 * @param asked whom the request named, if anybody
 */
record SendReply(Attribution attribution, Send send, Person asked, Aliases aliases) implements ReplyReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public Finding whole(ReplyHead head, byte[] body) {
        JsonNode reply;
        try {
            reply = MAPPER.readTree(body);
        } catch (IOException e) {
            return new Finding.Unread();
        }
        JsonNode messages = reply.path("messages");
        if (messages.isArray() && !messages.isEmpty()) {
            return used(
                    messages.get(0).path("id").asText(""),
                    person(reply.path("contacts").path(0)));
        }
        boolean nothing = reply.has("error") || reply.path("success").isBoolean() || messages.isArray();
        return nothing ? new Finding.Unused() : new Finding.Unread();
    }

    /** One call sends one message, whatever the reply looks like. */
    private Finding used(String id, Person person) {
        return new Finding.Used(
                Reference.of(id),
                attribution.orElse(
                        Attribution.NONE.withSubscriber(person.id()).with(Dimension.MARKET, person.market())),
                new Reading.Messages(1));
    }

    private Person person(JsonNode contact) {
        if (send.toGroup()) {
            return Person.NONE;
        }
        Person number = Person.of(contact.path("wa_id").asText(""));
        Person hidden = Person.of(contact.path("user_id").asText(""));
        if (number.isNone()) {
            return asked.isNone() ? hidden : asked;
        }
        aliases.learn(attribution.account(), hidden.id(), number.id());
        aliases.learn(attribution.account(), spelledOtherwise(number), number.id());
        return number;
    }

    /** The same person by the number the bot has: some countries' numbers have changed since. */
    private String spelledOtherwise(Person number) {
        return asked.equals(number) ? "" : asked.id();
    }
}
