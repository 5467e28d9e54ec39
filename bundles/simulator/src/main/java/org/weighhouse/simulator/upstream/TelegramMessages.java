package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the Message, Chat and User objects of replies. */
final class TelegramMessages {

    private static final long CHANNEL_ID_BASE = -1_000_000_000_000L;

    private final Clock clock;
    private final int firstId;
    private final Map<Long, AtomicInteger> nextIds = new ConcurrentHashMap<>();

    TelegramMessages(Clock clock, int firstId) {
        this.clock = clock;
        this.firstId = firstId;
    }

    ObjectNode bot(String token) {
        int colon = token.indexOf(':');
        String id = colon > 0 ? token.substring(0, colon) : token;
        return JsonText.object()
                .put("id", id.matches("\\d{1,18}") ? Long.parseLong(id) : 1)
                .put("is_bot", true)
                .put("first_name", "Weighhouse stand-in")
                .put("username", "weighhouse_bot");
    }

    /** A new message whose content stands under {@code field}. */
    ObjectNode message(String token, Map<String, String> parameters, String field) {
        return message(token, parameters, field, nextId(parameters));
    }

    ArrayNode group(String token, Map<String, String> parameters, ArrayNode media) {
        ArrayNode sent = JsonText.array();
        String groupId = Long.toString(clock.millis());
        for (JsonNode item : media) {
            sent.add(message(token, parameters, item.path("type").asText("photo"))
                    .put("media_group_id", groupId));
        }
        return sent;
    }

    /** As many MessageId objects. */
    ArrayNode ids(Map<String, String> parameters, int count) {
        ArrayNode ids = JsonText.array();
        for (int i = 0; i < count; i++) {
            ids.addObject().put("message_id", nextId(parameters));
        }
        return ids;
    }

    ObjectNode edited(String token, Map<String, String> parameters) {
        String id = parameters.getOrDefault("message_id", "");
        if (!id.matches("\\d{1,9}")) {
            throw new BadRequestException("message identifier is not specified");
        }
        return message(token, parameters, "text", Integer.parseInt(id))
                .put("edit_date", clock.instant().getEpochSecond());
    }

    ObjectNode chat(Map<String, String> parameters) {
        String chat = parameters.getOrDefault("chat_id", "");
        if (chat.matches("-?\\d{1,18}")) {
            long id = Long.parseLong(chat);
            return id < 0
                    ? JsonText.object().put("id", id).put("title", "Group").put("type", "supergroup")
                    : JsonText.object()
                            .put("id", id)
                            .put("first_name", "Customer")
                            .put("type", "private");
        }
        if (chat.matches("@[A-Za-z0-9_]{4,32}")) {
            return JsonText.object()
                    .put("id", CHANNEL_ID_BASE - Integer.toUnsignedLong(chat.hashCode()))
                    .put("title", chat.substring(1))
                    .put("username", chat.substring(1))
                    .put("type", "channel");
        }
        throw new BadRequestException(chat.isEmpty() ? "chat_id is empty" : "chat not found");
    }

    private int nextId(Map<String, String> parameters) {
        long chat = chat(parameters).path("id").asLong();
        return nextIds.computeIfAbsent(chat, id -> new AtomicInteger(firstId)).getAndIncrement();
    }

    private ObjectNode message(String token, Map<String, String> parameters, String field, int id) {
        ObjectNode message = JsonText.object().put("message_id", id);
        message.set("from", bot(token));
        message.set("chat", chat(parameters));
        message.put("date", clock.instant().getEpochSecond());
        message.set(field, content(field, parameters, id));
        if (!field.equals("text") && parameters.containsKey("caption")) {
            message.put("caption", parameters.get("caption"));
        }
        return message;
    }

    private static JsonNode content(String field, Map<String, String> parameters, int id) {
        ObjectNode file =
                JsonText.object().put("file_id", "file-" + field + "-" + id).put("file_unique_id", "u" + id);
        return switch (field) {
            case "text" -> JsonText.object().textNode(parameters.getOrDefault("text", "(forwarded)"));
            case "photo" ->
                JsonText.array().add(file.put("width", 90).put("height", 60).put("file_size", 1000));
            case "location" -> JsonText.object().put("latitude", 52.0).put("longitude", 4.7);
            case "dice" -> JsonText.object().put("emoji", "\uD83C\uDFB2").put("value", 1 + id % 6);
            case "contact" ->
                JsonText.object()
                        .put("phone_number", parameters.getOrDefault("phone_number", ""))
                        .put("first_name", parameters.getOrDefault("first_name", ""));
            default -> file;
        };
    }
}
