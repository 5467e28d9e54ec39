package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** Chat completions and the older completions. */
final class OpenAiChat {

    private final Clock clock;
    private final EventStream.Pace pace;

    OpenAiChat(Clock clock, EventStream.Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    ChannelResponse chat(JsonNode request) {
        JsonNode messages = request.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw new BadRequestException("Missing required parameter: 'messages'.");
        }
        String text = OpenAiText.replyTo(messages);
        OpenAiUsage usage = OpenAiUsage.of(request.path("model").asText(), OpenAiText.all(messages), text);
        if (request.path("stream").asBoolean()) {
            return EventStream.reply(chunks(request, text, usage), pace);
        }
        ObjectNode reply = head("chatcmpl-", "chat.completion", request);
        ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").put("content", text);
        message.putNull("refusal");
        message.putArray("annotations");
        choice.putNull("logprobs");
        choice.put("finish_reason", "stop");
        return json(reply, usage);
    }

    ChannelResponse completion(JsonNode request) {
        String text = OpenAiText.replyTo(request.path("prompt"));
        OpenAiUsage usage =
                OpenAiUsage.of(request.path("model").asText(), OpenAiText.all(request.path("prompt")), text);
        if (request.path("stream").asBoolean()) {
            return EventStream.reply(completionChunks(request, text, usage), pace);
        }
        ObjectNode reply = head("cmpl-", "text_completion", request);
        ObjectNode choice =
                reply.putArray("choices").addObject().put("text", text).put("index", 0);
        choice.putNull("logprobs");
        choice.put("finish_reason", "stop");
        return json(reply, usage);
    }

    private List<EventStream.Event> chunks(JsonNode request, String text, OpenAiUsage usage) {
        ObjectNode head = head("chatcmpl-", "chat.completion.chunk", request);
        List<EventStream.Event> events = new ArrayList<>();
        ObjectNode first = JsonText.object().put("role", "assistant").put("content", "");
        first.putNull("refusal");
        events.add(chunk(head, request, first, ""));
        for (String word : OpenAiText.words(text)) {
            events.add(chunk(head, request, JsonText.object().put("content", word), ""));
        }
        events.add(chunk(head, request, JsonText.object(), "stop"));
        end(events, head, request, usage);
        return events;
    }

    private List<EventStream.Event> completionChunks(JsonNode request, String text, OpenAiUsage usage) {
        ObjectNode head = head("cmpl-", "text_completion", request);
        List<EventStream.Event> events = new ArrayList<>();
        for (String word : OpenAiText.words(text)) {
            ObjectNode chunk = head.deepCopy();
            ObjectNode choice =
                    chunk.putArray("choices").addObject().put("text", word).put("index", 0);
            choice.putNull("logprobs");
            choice.putNull("finish_reason");
            events.add(EventStream.Event.of(chunk));
        }
        end(events, head, request, usage);
        return events;
    }

    private static void end(List<EventStream.Event> events, ObjectNode head, JsonNode request, OpenAiUsage usage) {
        if (wantsUsage(request)) {
            ObjectNode last = head.deepCopy();
            last.putArray("choices");
            last.set("usage", usage.asChat());
            events.add(EventStream.Event.of(last));
        }
        events.add(new EventStream.Event("", "[DONE]"));
    }

    private static EventStream.Event chunk(ObjectNode head, JsonNode request, ObjectNode delta, String finish) {
        ObjectNode chunk = head.deepCopy();
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("logprobs");
        if (finish.isEmpty()) {
            choice.putNull("finish_reason");
        } else {
            choice.put("finish_reason", finish);
        }
        if (wantsUsage(request)) {
            chunk.putNull("usage");
        }
        return EventStream.Event.of(chunk);
    }

    private static boolean wantsUsage(JsonNode request) {
        return request.path("stream_options").path("include_usage").asBoolean();
    }

    private ObjectNode head(String prefix, String object, JsonNode request) {
        return JsonText.object()
                .put("id", prefix + UUID.randomUUID().toString().replace("-", ""))
                .put("object", object)
                .put("created", clock.instant().getEpochSecond())
                .put("model", request.path("model").asText())
                .put("service_tier", "default")
                .put("system_fingerprint", "fp_weighhouse");
    }

    private static ChannelResponse json(ObjectNode reply, OpenAiUsage usage) {
        reply.set("usage", usage.asChat());
        return JsonText.reply(200, reply, Headers.of("Content-Type", "application/json"));
    }
}
