package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/**
 * Answers like the Telegram Bot API: {@code /bot<token>/<method>} with JSON, form, query or multipart parameters, and
 * {@code /file/bot<token>/<path>}. Message ids rise by one within a chat.
 */
public final class TelegramStandIn extends StandIn {

    private static final Pattern CALL = Pattern.compile("/bot([^/]+)/(?:test/)?([^/?]*)");
    private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/(.+)");
    private static final int HIGHEST_FIRST_ID = 2_000_000_000;

    private final Set<String> tokens;
    private final TelegramMethods methods;

    /**
     * Message ids start at a random number, so that ids given before a restart are not given again.
     *
     * @param tokens the bot tokens that are known, {@code <bot id>:<secret>}
     */
    public TelegramStandIn(Set<String> tokens) {
        this(tokens, Clock.systemUTC(), ThreadLocalRandom.current().nextInt(1, HIGHEST_FIRST_ID));
    }

    /** @param firstMessageId of every chat; at least 1 */
    public TelegramStandIn(Set<String> tokens, Clock clock, int firstMessageId) {
        this.tokens = Set.copyOf(tokens);
        this.methods = new TelegramMethods(new TelegramMessages(clock, firstMessageId));
    }

    /** What Telegram says to a bot that sends too fast; for {@link #answerNext}. */
    public static ChannelResponse tooManyRequests(Duration retryAfter) {
        ObjectNode error = errorBody(429, "Too Many Requests: retry after " + retryAfter.toSeconds());
        error.putObject("parameters").put("retry_after", retryAfter.toSeconds());
        return reply(429, error, Headers.of("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /** An error in Telegram's shape; for {@link #answerNext}. */
    public static ChannelResponse error(int status, String description) {
        return reply(status, errorBody(status, description), Headers.NONE);
    }

    @Override
    ChannelResponse answer(ReceivedRequest request) {
        Matcher file = FILE.matcher(request.path());
        if (file.matches()) {
            return tokens.contains(file.group(1)) ? file(file.group(2)) : error(401, "Unauthorized");
        }
        Matcher call = CALL.matcher(request.path());
        if (!call.matches()) {
            return error(404, "Not Found");
        }
        return tokens.contains(call.group(1))
                ? call(call.group(1), call.group(2), request)
                : error(401, "Unauthorized");
    }

    private ChannelResponse call(String token, String method, ReceivedRequest request) {
        try {
            return methods.call(token, method, TelegramParameters.of(request))
                    .map(result -> reply(200, ok(result), Headers.NONE))
                    .orElseGet(() -> error(404, "Not Found"));
        } catch (BadRequestException e) {
            return error(400, "Bad Request: " + e.getMessage());
        }
    }

    private static ChannelResponse file(String path) {
        byte[] content = ("file " + path + "\n").getBytes(StandardCharsets.UTF_8);
        return ChannelResponse.of(
                200,
                Headers.of("Content-Type", "application/octet-stream")
                        .and("Content-Length", Integer.toString(content.length)),
                content);
    }

    private static ObjectNode ok(JsonNode result) {
        ObjectNode body = JsonText.object().put("ok", true);
        body.set("result", result);
        return body;
    }

    private static ObjectNode errorBody(int code, String description) {
        return JsonText.object().put("ok", false).put("error_code", code).put("description", description);
    }

    private static ChannelResponse reply(int status, JsonNode body, Headers more) {
        Headers headers = Headers.of("Content-Type", "application/json");
        for (Headers.Field field : more.fields()) {
            headers = headers.and(field.name(), field.value());
        }
        return JsonText.reply(status, body, headers);
    }
}
