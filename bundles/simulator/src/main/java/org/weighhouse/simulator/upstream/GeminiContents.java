package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.weighhouse.api.channel.ChannelResponse;

/**
 * Contents, plain, as events or as a list, and their tokens. {@code pro} models think, and read half the prompt from the
 * cache; a search is made where the request offers it.
 */
final class GeminiContents {

    private static final int DIMENSIONS = 8;

    private final EventStream.Pace pace;

    GeminiContents(EventStream.Pace pace) {
        this.pace = pace;
    }

    ChannelResponse generate(String model, JsonNode request) {
        Reply reply = Reply.to(model, request);
        ObjectNode whole = reply.piece(reply.text);
        reply.finish(whole);
        return JsonText.reply(200, whole, GeminiStandIn.JSON);
    }

    ChannelResponse stream(String model, JsonNode request, boolean events) {
        Reply reply = Reply.to(model, request);
        List<ObjectNode> pieces = new ArrayList<>();
        for (String word : OpenAiText.words(reply.text)) {
            ObjectNode piece = reply.piece(word);
            reply.begin(piece);
            pieces.add(piece);
        }
        reply.finish(pieces.getLast());
        if (events) {
            return EventStream.reply(pieces.stream().map(EventStream.Event::of).toList(), pace);
        }
        return JsonText.reply(200, JsonText.array().addAll(pieces), GeminiStandIn.JSON);
    }

    ChannelResponse count(JsonNode request) {
        return JsonText.reply(200, JsonText.object().put("totalTokens", prompt(request)), GeminiStandIn.JSON);
    }

    static ChannelResponse embed() {
        ObjectNode reply = JsonText.object();
        ArrayNode values = reply.putObject("embedding").putArray("values");
        for (int i = 0; i < DIMENSIONS; i++) {
            values.add(i / (double) DIMENSIONS);
        }
        return JsonText.reply(200, reply, GeminiStandIn.JSON);
    }

    private static long prompt(JsonNode request) {
        return OpenAiUsage.tokens(text(request.path("systemInstruction")) + text(request.path("contents")));
    }

    private static String text(JsonNode contents) {
        StringBuilder text = new StringBuilder();
        contents.findValues("text").forEach(each -> text.append(each.asText()));
        return text.toString();
    }

    private record Reply(String id, String model, String text, long prompt, boolean thinks, boolean searches) {

        static Reply to(String model, JsonNode request) {
            if (!request.path("contents").isArray()) {
                throw new BadRequestException("* GenerateContentRequest.contents: contents is not specified");
            }
            return new Reply(
                    UUID.randomUUID().toString(),
                    model,
                    "Thank you for your message. You wrote: " + GeminiContents.text(request.path("contents")),
                    GeminiContents.prompt(request),
                    model.contains("pro"),
                    !request.path("tools").findValues("googleSearch").isEmpty());
        }

        ObjectNode piece(String part) {
            ObjectNode reply = JsonText.object();
            ObjectNode candidate = reply.putArray("candidates").addObject();
            ObjectNode content = candidate.putObject("content").put("role", "model");
            content.putArray("parts").addObject().put("text", part);
            candidate.put("index", 0);
            return reply.put("modelVersion", model).put("responseId", id);
        }

        /** In the middle of a stream nothing is said but what was asked. */
        void begin(ObjectNode piece) {
            piece.putObject("usageMetadata").put("promptTokenCount", prompt).put("totalTokenCount", prompt);
        }

        void finish(ObjectNode piece) {
            ObjectNode candidate = (ObjectNode) piece.path("candidates").path(0);
            candidate.put("finishReason", "STOP");
            long output = OpenAiUsage.tokens(text);
            long thoughts = thinks ? 16 + prompt % 48 : 0;
            long toolPrompt = searches ? 11 : 0;
            ObjectNode usage = piece.putObject("usageMetadata")
                    .put("promptTokenCount", prompt)
                    .put("candidatesTokenCount", output);
            if (thinks) {
                usage.put("cachedContentTokenCount", prompt / 2).put("thoughtsTokenCount", thoughts);
            }
            if (searches) {
                usage.put("toolUsePromptTokenCount", toolPrompt);
                candidate
                        .putObject("groundingMetadata")
                        .putArray("webSearchQueries")
                        .add("mill")
                        .add("hours");
            }
            usage.put("totalTokenCount", prompt + output + thoughts + toolPrompt);
        }
    }
}
