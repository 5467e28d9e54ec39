package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/**
 * Answers like the OpenAI API below {@code /v1}: chat completions and responses (plain and streamed), completions,
 * embeddings and models. The same request gets the same text and token counts; only ids differ. Of models it knows a
 * short list, and answers 404 for any other.
 */
public final class OpenAiStandIn extends StandIn {

    /**
     * How it behaves.
     *
     * @param chunkDelay pause before each piece of a stream
     * @param gzip whether plain replies are compressed for clients that accept it
     */
    public record Options(Duration chunkDelay, boolean gzip) {
        public static final Options DEFAULT = new Options(Duration.ZERO, false);
    }

    private final Set<String> keys;
    private final Options options;
    private final OpenAiChat chat;
    private final OpenAiResponses responses;
    private final OpenAiModels models;

    /** @param keys the API keys that are known */
    public OpenAiStandIn(Set<String> keys) {
        this(keys, Options.DEFAULT, Clock.systemUTC());
    }

    public OpenAiStandIn(Set<String> keys, Options options, Clock clock) {
        this.keys = Set.copyOf(keys);
        this.options = options;
        EventStream.Pace pace = new EventStream.Pace(options.chunkDelay());
        this.chat = new OpenAiChat(clock, pace);
        this.responses = new OpenAiResponses(clock, pace);
        this.models = new OpenAiModels();
    }

    /** An error in OpenAI's shape; for {@link #answerNext}. */
    public static ChannelResponse error(int status, String type, String code, String message) {
        ObjectNode error = JsonText.object();
        ObjectNode inner = error.putObject("error").put("message", message).put("type", type);
        inner.putNull("param");
        inner.put("code", code);
        return JsonText.reply(
                status, error, Headers.of("Content-Type", "application/json").and("x-request-id", requestId()));
    }

    /** What OpenAI says to a client that calls too often; for {@link #answerNext}. */
    public static ChannelResponse tooManyRequests(Duration retryAfter) {
        ChannelResponse error =
                error(429, "requests", "rate_limit_exceeded", "Rate limit reached. Please try again later.");
        return new ChannelResponse(
                429, error.headers().and("Retry-After", Long.toString(retryAfter.toSeconds())), error.body());
    }

    @Override
    ChannelResponse answer(ReceivedRequest request) {
        String authorization = request.headers().first("Authorization").orElse("");
        if (!authorization.startsWith("Bearer ") || !keys.contains(authorization.substring("Bearer ".length()))) {
            return error(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
        }
        try {
            return finish(route(request), request);
        } catch (BadRequestException e) {
            return error(400, "invalid_request_error", "invalid_value", e.getMessage());
        }
    }

    private ChannelResponse route(ReceivedRequest request) {
        String call = request.method() + " " + request.path();
        return switch (call) {
            case "POST /v1/chat/completions" -> generate(request, chat::chat);
            case "POST /v1/completions" -> generate(request, chat::completion);
            case "POST /v1/responses" -> generate(request, responses::respond);
            case "POST /v1/embeddings" -> generate(request, models::embed);
            case "GET /v1/models" -> models.list();
            default ->
                call.startsWith("GET /v1/models/")
                        ? models.model(call.substring("GET /v1/models/".length()))
                        : error(
                                404,
                                "invalid_request_error",
                                "unknown_url",
                                "Unknown request URL: " + request.method() + " " + request.path() + ".");
        };
    }

    private ChannelResponse generate(ReceivedRequest request, Function<JsonNode, ChannelResponse> call) {
        JsonNode body = body(request);
        String model = body.path("model").asText();
        return models.isKnown(model) ? call.apply(body) : OpenAiModels.unknown(model);
    }

    private static JsonNode body(ReceivedRequest request) {
        JsonNode body = JsonText.read(request.body())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new BadRequestException("We could not parse the JSON body of your request."));
        if (!body.path("model").isTextual()) {
            throw new BadRequestException("you must provide a model parameter");
        }
        return body;
    }

    private ChannelResponse finish(ChannelResponse reply, ReceivedRequest request) {
        Headers headers = reply.headers()
                .without("x-request-id")
                .and("x-request-id", requestId())
                .and("openai-organization", "weighhouse-stand-in")
                .and("openai-processing-ms", "1")
                .and("openai-version", "2020-10-01")
                .and("x-ratelimit-limit-requests", "10000")
                .and("x-ratelimit-remaining-requests", "9999")
                .and("x-ratelimit-reset-requests", "6ms");
        boolean plain = reply.headers().first("Content-Length").isPresent();
        boolean accepted = request.headers()
                .first("Accept-Encoding")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("gzip");
        return options.gzip() && plain && accepted
                ? gzip(new ChannelResponse(reply.status(), headers, reply.body()))
                : new ChannelResponse(reply.status(), headers, reply.body());
    }

    private static ChannelResponse gzip(ChannelResponse reply) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            reply.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Headers headers = reply.headers()
                .without("Content-Length")
                .and("Content-Encoding", "gzip")
                .and("Content-Length", Integer.toString(compressed.size()));
        return ChannelResponse.of(reply.status(), headers, compressed.toByteArray());
    }

    private static String requestId() {
        return "req_" + UUID.randomUUID().toString().replace("-", "");
    }
}
