package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** Messages, plain and as events, and their tokens. */
final class AnthropicMessages {

    private static final Headers JSON = Headers.of("Content-Type", "application/json");

    private final EventStream.Pace pace;

    AnthropicMessages(EventStream.Pace pace) {
        this.pace = pace;
    }

    ChannelResponse create(JsonNode request) {
        String model = request.path("model").asText();
        if (!AnthropicStandIn.isKnown(model)) {
            return AnthropicStandIn.unknown(model);
        }
        if (!request.path("max_tokens").isIntegralNumber()) {
            throw new BadRequestException("max_tokens: Field required");
        }
        String text = OpenAiText.replyTo(request.path("messages"));
        AnthropicUsage usage = AnthropicUsage.of(request, text);
        if (request.path("stream").asBoolean()) {
            return EventStream.reply(events(model, text, usage), pace);
        }
        ObjectNode message = head(model);
        message.putArray("content").addObject().put("type", "text").put("text", text);
        message.put("stop_reason", "end_turn").putNull("stop_sequence");
        message.set("usage", usage.whole());
        return JsonText.reply(200, message, JSON);
    }

    ChannelResponse count(JsonNode request) {
        return JsonText.reply(200, JsonText.object().put("input_tokens", AnthropicUsage.prompt(request)), JSON);
    }

    private static List<EventStream.Event> events(String model, String text, AnthropicUsage usage) {
        List<EventStream.Event> events = new ArrayList<>();
        ObjectNode message = head(model);
        message.putArray("content");
        message.putNull("stop_reason").putNull("stop_sequence");
        message.set("usage", usage.atTheStart());
        ObjectNode start = event("message_start");
        start.set("message", message);
        add(events, start);
        ObjectNode block = event("content_block_start").put("index", 0);
        block.putObject("content_block").put("type", "text").put("text", "");
        add(events, block);
        add(events, event("ping"));
        for (String word : OpenAiText.words(text)) {
            ObjectNode delta = event("content_block_delta").put("index", 0);
            delta.putObject("delta").put("type", "text_delta").put("text", word);
            add(events, delta);
        }
        add(events, event("content_block_stop").put("index", 0));
        ObjectNode end = event("message_delta");
        end.putObject("delta").put("stop_reason", "end_turn").putNull("stop_sequence");
        end.set("usage", usage.atTheEnd());
        add(events, end);
        add(events, event("message_stop"));
        return events;
    }

    private static ObjectNode event(String type) {
        return JsonText.object().put("type", type);
    }

    private static void add(List<EventStream.Event> events, ObjectNode event) {
        events.add(EventStream.Event.named(event.path("type").asText(), event));
    }

    private static ObjectNode head(String model) {
        return JsonText.object()
                .put("id", "msg_" + UUID.randomUUID().toString().replace("-", ""))
                .put("type", "message")
                .put("role", "assistant")
                .put("model", model);
    }
}
