package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The methods the stand-in knows, and what they answer. */
final class TelegramMethods {

    private static final int MAX_TEXT = 4096;

    /** Methods that answer with one message, and the field of it that holds what was sent. */
    private static final Map<String, String> SENDS = Map.ofEntries(
            Map.entry("sendmessage", "text"),
            Map.entry("sendphoto", "photo"),
            Map.entry("sendaudio", "audio"),
            Map.entry("senddocument", "document"),
            Map.entry("sendvideo", "video"),
            Map.entry("sendanimation", "animation"),
            Map.entry("sendvoice", "voice"),
            Map.entry("sendvideonote", "video_note"),
            Map.entry("sendlocation", "location"),
            Map.entry("sendvenue", "venue"),
            Map.entry("sendcontact", "contact"),
            Map.entry("sendpoll", "poll"),
            Map.entry("senddice", "dice"),
            Map.entry("sendsticker", "sticker"),
            Map.entry("sendinvoice", "invoice"),
            Map.entry("sendgame", "game"),
            Map.entry("forwardmessage", "text"));

    private final TelegramMessages messages;

    TelegramMethods(TelegramMessages messages) {
        this.messages = messages;
    }

    /** The method's result; empty if there is no such method. Names are compared without case, as Telegram does. */
    Optional<JsonNode> call(String token, String method, Map<String, String> parameters) {
        String name = method.toLowerCase(Locale.ROOT);
        if (SENDS.containsKey(name)) {
            if (name.equals("sendmessage")) {
                checkText(parameters.getOrDefault("text", ""));
            }
            return Optional.of(messages.message(token, parameters, SENDS.get(name)));
        }
        return Optional.ofNullable(
                switch (name) {
                    case "getme" -> messages.bot(token).put("can_join_groups", true);
                    case "sendmediagroup" -> messages.group(token, parameters, array(parameters, "media"));
                    case "forwardmessages", "copymessages" ->
                        messages.ids(
                                parameters, array(parameters, "message_ids").size());
                    case "copymessage" -> messages.ids(parameters, 1).get(0);
                    case "sendchataction", "setwebhook", "deletewebhook", "setmycommands", "answercallbackquery" ->
                        BooleanNode.TRUE;
                    case "deletemessage", "setmessagereaction" -> BooleanNode.TRUE;
                    case "editmessagetext" -> messages.edited(token, parameters);
                    case "getupdates" -> JsonText.array();
                    case "getwebhookinfo" ->
                        JsonText.object()
                                .put("url", "")
                                .put("has_custom_certificate", false)
                                .put("pending_update_count", 0);
                    case "getchat" -> messages.chat(parameters);
                    case "getfile" ->
                        JsonText.object()
                                .put("file_id", parameters.getOrDefault("file_id", ""))
                                .put("file_unique_id", "u" + parameters.getOrDefault("file_id", ""))
                                .put("file_path", "documents/file_1.txt");
                    default -> null;
                });
    }

    private static void checkText(String text) {
        if (text.isEmpty()) {
            throw new BadRequestException("message text is empty");
        }
        if (text.length() > MAX_TEXT) {
            throw new BadRequestException("message is too long");
        }
    }

    private static ArrayNode array(Map<String, String> parameters, String name) {
        return JsonText.read(parameters.getOrDefault(name, ""))
                .filter(JsonNode::isArray)
                .map(ArrayNode.class::cast)
                .orElseThrow(() -> new BadRequestException("parameter \"" + name + "\" is required"));
    }
}
