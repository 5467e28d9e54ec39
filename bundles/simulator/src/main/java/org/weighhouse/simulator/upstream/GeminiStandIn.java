package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/**
 * Answers like the Gemini API below {@code /v1beta}: contents generated (plain and streamed), embeddings, their tokens
 * counted, and models. The same request gets the same text and token counts; only ids differ. Of models it knows a short
 * list, and answers 404 for any other.
 */
public final class GeminiStandIn extends StandIn {

    static final Headers JSON = Headers.of("Content-Type", "application/json; charset=UTF-8");

    private static final List<String> MODELS = List.of("gemini-2.5-flash", "gemini-2.5-pro", "gemini-embedding-001");
    private static final Pattern CALL = Pattern.compile("/v1beta/models/([^:/]+)(?::(\\w+))?");

    private final Set<String> keys;
    private final GeminiContents contents;

    /** @param keys the API keys that are known */
    public GeminiStandIn(Set<String> keys) {
        this(keys, Duration.ZERO);
    }

    /** @param chunkDelay pause before each piece of a stream */
    public GeminiStandIn(Set<String> keys, Duration chunkDelay) {
        this.keys = Set.copyOf(keys);
        this.contents = new GeminiContents(new EventStream.Pace(chunkDelay));
    }

    /** An error in Google's shape; for {@link #answerNext}. */
    public static ChannelResponse error(int code, String status, String message) {
        ObjectNode error = JsonText.object();
        error.putObject("error").put("code", code).put("message", message).put("status", status);
        return JsonText.reply(code, error, JSON);
    }

    @Override
    ChannelResponse answer(ReceivedRequest request) {
        if (!keys.contains(request.headers().first("x-goog-api-key").orElse(""))) {
            return error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
        }
        try {
            return route(request);
        } catch (BadRequestException e) {
            return error(400, "INVALID_ARGUMENT", e.getMessage());
        }
    }

    private ChannelResponse route(ReceivedRequest request) {
        Matcher call = CALL.matcher(request.path());
        if (request.path().equals("/v1beta/models")) {
            return models();
        }
        if (!call.matches()) {
            return error(404, "NOT_FOUND", "Requested entity was not found.");
        }
        String model = call.group(1);
        if (!MODELS.contains(model)) {
            return error(404, "NOT_FOUND", "models/" + model + " is not found for API version v1beta.");
        }
        if (call.group(2) == null) {
            return JsonText.reply(200, described(model), JSON);
        }
        JsonNode body = JsonText.read(request.body())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new BadRequestException("Invalid JSON payload received."));
        return switch (call.group(2)) {
            case "generateContent" -> contents.generate(model, body);
            case "streamGenerateContent" ->
                contents.stream(model, body, request.target().contains("alt=sse"));
            case "countTokens" -> contents.count(body);
            case "embedContent" -> GeminiContents.embed();
            default -> error(404, "NOT_FOUND", "Requested entity was not found.");
        };
    }

    private static ChannelResponse models() {
        ObjectNode list = JsonText.object();
        ArrayNode models = list.putArray("models");
        MODELS.forEach(model -> models.add(described(model)));
        return JsonText.reply(200, list, JSON);
    }

    private static ObjectNode described(String model) {
        return JsonText.object().put("name", "models/" + model).put("displayName", model);
    }
}
