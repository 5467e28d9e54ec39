package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/**
 * Answers like the Anthropic API below {@code /v1}: messages (plain and streamed), their tokens counted, and models. The
 * same request gets the same text and token counts; only ids differ. Of models it knows a short list, and answers 404 for
 * any other.
 */
public final class AnthropicStandIn extends StandIn {

    private static final List<String> MODELS = List.of("claude-opus-4-6", "claude-sonnet-4-6", "claude-haiku-4-5");
    private static final String MODEL = "GET /v1/models/";
    private static final int MAX_ID = 64;

    private final Set<String> keys;
    private final AnthropicMessages messages;

    /** @param keys the API keys that are known */
    public AnthropicStandIn(Set<String> keys) {
        this(keys, Duration.ZERO);
    }

    /** @param chunkDelay pause before each piece of a stream */
    public AnthropicStandIn(Set<String> keys, Duration chunkDelay) {
        this.keys = Set.copyOf(keys);
        this.messages = new AnthropicMessages(new EventStream.Pace(chunkDelay));
    }

    /** An error in Anthropic's shape; for {@link #answerNext}. */
    public static ChannelResponse error(int status, String type, String message) {
        String requestId = requestId();
        ObjectNode error = JsonText.object().put("type", "error");
        error.putObject("error").put("type", type).put("message", message);
        error.put("request_id", requestId);
        return JsonText.reply(
                status, error, Headers.of("Content-Type", "application/json").and("request-id", requestId));
    }

    @Override
    ChannelResponse answer(ReceivedRequest request) {
        if (!keys.contains(request.headers().first("x-api-key").orElse(""))) {
            return error(401, "authentication_error", "invalid x-api-key");
        }
        if (request.headers().first("anthropic-version").isEmpty()) {
            return error(400, "invalid_request_error", "anthropic-version: header is required");
        }
        try {
            return finish(route(request));
        } catch (BadRequestException e) {
            return error(400, "invalid_request_error", e.getMessage());
        }
    }

    private ChannelResponse route(ReceivedRequest request) {
        String call = request.method() + " " + request.path();
        return switch (call) {
            case "POST /v1/messages" -> messages.create(body(request));
            case "POST /v1/messages/count_tokens" -> messages.count(body(request));
            case "GET /v1/models" -> models();
            default ->
                call.startsWith(MODEL)
                        ? model(call.substring(MODEL.length()))
                        : error(404, "not_found_error", "Not found");
        };
    }

    private static JsonNode body(ReceivedRequest request) {
        JsonNode body = JsonText.read(request.body())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new BadRequestException("The request body is not valid JSON"));
        if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
            throw new BadRequestException("messages: Field required");
        }
        return body;
    }

    static boolean isKnown(String model) {
        return MODELS.contains(model);
    }

    static ChannelResponse unknown(String model) {
        return error(
                404, "not_found_error", "model: " + (model.length() > MAX_ID ? model.substring(0, MAX_ID) : model));
    }

    private static ChannelResponse models() {
        ObjectNode list = JsonText.object();
        ArrayNode data = list.putArray("data");
        MODELS.forEach(id -> data.add(described(id)));
        list.put("has_more", false).put("first_id", MODELS.getFirst()).put("last_id", MODELS.getLast());
        return JsonText.reply(200, list, Headers.of("Content-Type", "application/json"));
    }

    private static ChannelResponse model(String id) {
        return isKnown(id)
                ? JsonText.reply(200, described(id), Headers.of("Content-Type", "application/json"))
                : unknown(id);
    }

    private static ObjectNode described(String id) {
        return JsonText.object()
                .put("type", "model")
                .put("id", id)
                .put("display_name", id)
                .put("created_at", "2026-01-01T00:00:00Z");
    }

    private static ChannelResponse finish(ChannelResponse reply) {
        Headers headers = reply.headers()
                .without("request-id")
                .and("request-id", requestId())
                .and("anthropic-organization-id", "weighhouse-stand-in")
                .and("anthropic-ratelimit-requests-limit", "4000")
                .and("anthropic-ratelimit-requests-remaining", "3999");
        return new ChannelResponse(reply.status(), headers, reply.body());
    }

    private static String requestId() {
        return "req_" + UUID.randomUUID().toString().replace("-", "");
    }
}
