package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.UUID;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** The Responses API. */
final class OpenAiResponses {

    private final Clock clock;
    private final EventStream.Pace pace;

    OpenAiResponses(Clock clock, EventStream.Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    ChannelResponse respond(JsonNode request) {
        JsonNode input = request.path("input");
        if (input.isMissingNode()) {
            throw new BadRequestException("Missing required parameter: 'input'.");
        }
        String text = OpenAiText.replyTo(input);
        String prompt = OpenAiText.all(request.path("instructions")) + OpenAiText.all(input);
        OpenAiUsage usage = OpenAiUsage.of(request.path("model").asText(), prompt, text);
        ObjectNode open = open(request);
        ObjectNode done = completed(open, text, usage);
        return request.path("stream").asBoolean()
                ? EventStream.reply(OpenAiResponseEvents.of(open, done, text), pace)
                : JsonText.reply(200, done, Headers.of("Content-Type", "application/json"));
    }

    private ObjectNode open(JsonNode request) {
        ObjectNode open = JsonText.object()
                .put("id", id("resp_"))
                .put("object", "response")
                .put("created_at", clock.instant().getEpochSecond())
                .put("status", "in_progress");
        open.putNull("error");
        open.putNull("incomplete_details");
        open.set("instructions", request.path("instructions").isTextual() ? request.get("instructions") : null);
        open.put("model", request.path("model").asText());
        open.putArray("output");
        open.put("parallel_tool_calls", true).put("temperature", 1.0);
        open.put("tool_choice", "auto").putArray("tools");
        open.put("top_p", 1.0).put("truncation", "disabled");
        open.putNull("usage");
        open.putObject("metadata");
        return open;
    }

    private static ObjectNode completed(ObjectNode open, String text, OpenAiUsage usage) {
        ObjectNode done = open.deepCopy().put("status", "completed");
        ObjectNode message = done.withArray("output").addObject();
        message.put("id", id("msg_"))
                .put("type", "message")
                .put("status", "completed")
                .put("role", "assistant");
        message.putArray("content").add(OpenAiResponseEvents.part(text));
        done.set("usage", usage.asResponse());
        return done;
    }

    private static String id(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
