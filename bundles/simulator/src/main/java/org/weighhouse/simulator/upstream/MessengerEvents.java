package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * What the Messenger Platform calls back with, in the shape of Meta's pages on webhook events.
 *
 * @param appSecret what it is signed with
 */
public record MessengerEvents(String appSecret, String pageId) {

    /** Somebody writes to the page. */
    public ObjectNode message(String mid, String person, Instant time, String text) {
        ObjectNode event = event(person, pageId, time);
        event.putObject("message").put("mid", mid).put("text", text);
        return event;
    }

    /** Somebody presses a quick reply under a message. */
    public ObjectNode quickReply(String mid, String person, Instant time, String answered) {
        ObjectNode event = message(mid, person, time, "Yes");
        ((ObjectNode) event.path("message")).putObject("quick_reply").put("payload", "YES");
        ((ObjectNode) event.path("message")).putObject("reply_to").put("mid", answered);
        return event;
    }

    /** Somebody presses a button of a template or the menu. */
    public ObjectNode postback(String mid, String person, Instant time) {
        ObjectNode event = event(person, pageId, time);
        ObjectNode postback = event.putObject("postback").put("title", "Start").put("payload", "START");
        if (!mid.isEmpty()) {
            postback.put("mid", mid);
        }
        return event;
    }

    /** What the page sent, told to all its apps. */
    public ObjectNode echo(String mid, String person, Instant time) {
        ObjectNode event = event(pageId, person, time);
        event.putObject("message")
                .put("is_echo", true)
                .put("app_id", 1517776481860111L)
                .put("metadata", "x")
                .put("mid", mid)
                .put("text", "hello");
        return event;
    }

    public ObjectNode delivery(String mid, String person, Instant time) {
        ObjectNode event = event(person, pageId, time);
        event.putObject("delivery")
                .put("watermark", time.toEpochMilli())
                .putArray("mids")
                .add(mid);
        return event;
    }

    public ObjectNode read(String person, Instant time) {
        ObjectNode event = event(person, pageId, time);
        event.putObject("read").put("watermark", time.toEpochMilli());
        return event;
    }

    /** A webhook of one entry; what other apps handle comes under another name. */
    public SignedWebhook webhook(List<ObjectNode> events, boolean standby) {
        ObjectNode document = JsonText.object().put("object", "page");
        ObjectNode entry =
                document.putArray("entry").addObject().put("id", pageId).put("time", 1_750_030_073_000L);
        entry.putArray(standby ? "standby" : "messaging").addAll(events);
        return SignedWebhook.of(document, appSecret);
    }

    private static ObjectNode event(String from, String to, Instant time) {
        ObjectNode event = JsonText.object();
        event.putObject("sender").put("id", from);
        event.putObject("recipient").put("id", to);
        return event.put("timestamp", time.toEpochMilli());
    }
}
