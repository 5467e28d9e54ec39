package org.weighhouse.channel.telegram.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.weighhouse.adapter.camel.Engagements;
import org.weighhouse.adapter.camel.Engagements.Kind;
import org.weighhouse.api.Reference;
import org.weighhouse.api.UsageEvent;

/**
 * What an update tells of people. They are counted as the chat that they write in, for that is where messages go to; in a
 * private chat it is the person. Anything in the document may be missing or of another type.
 */
record Update(JsonNode document, Instant received) {

    private static final Duration AHEAD = Duration.ofHours(1);

    Seen seen() {
        JsonNode chat = place().path("chat");
        return new Seen(number(chat), Chat.of("@" + chat.path("username").asText("")), sign());
    }

    /** That somebody wrote or pressed a button; empty for everything else, and for what bots write. */
    private Optional<Engagements.Sign> sign() {
        JsonNode message = document.path("message");
        JsonNode click = document.path("callback_query");
        JsonNode reaction = document.path("message_reaction");
        if (message.isObject() && isSaid(message)) {
            return sign(number(message.path("chat")), time(message), Optional.of(Kind.REPLY), answered(message));
        }
        if (click.isObject()) {
            Chat chat = number(place().path("chat"));
            Chat who = chat.isNone() ? number(click.path("from")) : chat;
            return sign(who, received, Optional.of(Kind.CLICK), name(chat, place()));
        }
        return reaction.isObject() && reaction.path("user").isObject()
                ? sign(number(reaction.path("chat")), time(reaction), Optional.empty(), Reference.NONE)
                : Optional.empty();
    }

    private Optional<Engagements.Sign> sign(Chat chat, Instant at, Optional<Kind> kind, Reference answered) {
        JsonNode id = document.path("update_id");
        return chat.isNone() || !id.isIntegralNumber()
                ? Optional.empty()
                : Optional.of(new Engagements.Sign("update:" + id.asText(), at, chat.value(), "", kind, answered));
    }

    /** The message that an update is about. */
    private JsonNode place() {
        JsonNode clicked = document.path("callback_query").path("message");
        JsonNode reaction = document.path("message_reaction");
        return clicked.isObject() ? clicked : reaction.isObject() ? reaction : document.path("message");
    }

    /** Groups are told of those who come and go as well: there, only what has words or answers something is said. */
    private static boolean isSaid(JsonNode message) {
        boolean bot = message.path("from").path("is_bot").asBoolean(false);
        boolean toBot = message.path("chat").path("type").asText("").equals("private");
        return !bot && (toBot || message.has("text") || message.has("caption") || message.has("reply_to_message"));
    }

    private static Reference answered(JsonNode message) {
        return name(number(message.path("chat")), message.path("reply_to_message"));
    }

    /** The name that a message was counted under when it was sent. */
    private static Reference name(Chat chat, JsonNode message) {
        return TelegramReply.reference(chat, message.path("message_id"));
    }

    private static Chat number(JsonNode chat) {
        return chat.path("id").isIntegralNumber() ? Chat.of(chat.path("id").asText()) : Chat.NONE;
    }

    /** In seconds; when it came, if that is missing or cannot be. */
    private Instant time(JsonNode said) {
        JsonNode date = said.path("date");
        if (!date.canConvertToLong() || date.asLong() < 0 || date.asLong() > Integer.MAX_VALUE * 2L) {
            return received;
        }
        Instant time = Instant.ofEpochSecond(date.asLong());
        return time.isBefore(UsageEvent.EARLIEST) || time.isAfter(received.plus(AHEAD)) ? received : time;
    }
}
