package org.weighhouse.channel.telegram.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;

/** Refusals as the Bot API says them. */
final class TelegramRefusal {

    private TelegramRefusal() {}

    static ChannelResponse response(Refusal refusal) {
        int code = code(refusal.reason());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("ok", false)
                .put("error_code", code)
                .put("description", title(refusal.reason()) + ": " + refusal.detail());
        Headers headers = Headers.of("Content-Type", "application/json");
        if (refusal.retryAfter().isPositive()) {
            long seconds = Math.max(1, refusal.retryAfter().toSeconds());
            body.putObject("parameters").put("retry_after", seconds);
            headers = headers.and("Retry-After", Long.toString(seconds));
        }
        byte[] text = body.toString().getBytes(StandardCharsets.UTF_8);
        return ChannelResponse.of(code, headers.and("Content-Length", Integer.toString(text.length)), text);
    }

    /**
     * Not 403 for any of them: bots take it for "blocked by the user" and drop the subscriber. 429 only where it helps to
     * try again.
     */
    private static int code(Refusal.Reason reason) {
        return switch (reason) {
            case NOT_CONNECTED, FORBIDDEN -> 401;
            default -> reason.status();
        };
    }

    private static String title(Refusal.Reason reason) {
        return switch (reason) {
            case MALFORMED -> "Bad Request";
            case UNKNOWN_KEY, NOT_CONNECTED, FORBIDDEN -> "Unauthorized";
            case OUT_OF_CREDIT -> "Payment Required";
            case UNKNOWN_METHOD, UNKNOWN_ACCOUNT -> "Not Found";
            case METHOD_NOT_ALLOWED -> "Method Not Allowed";
            case TOO_LARGE -> "Request Entity Too Large";
            case UNSUPPORTED_MEDIA_TYPE -> "Unsupported Media Type";
            case TOO_MANY_REQUESTS -> "Too Many Requests";
            case UPSTREAM_FAILED -> "Bad Gateway";
            case UNAVAILABLE -> "Service Unavailable";
            case UPSTREAM_TIMEOUT -> "Gateway Timeout";
        };
    }
}
