package org.weighhouse.adapter.meta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;

/**
 * Refusals as the Graph API says them. The codes are those of Meta's list "Graph API error codes": 1 unknown, 2 temporary, 4
 * too many calls, 10 permission denied, 100 invalid parameter, 190 access token. Clients decide by the code whether to try
 * again.
 */
public final class GraphRefusal {

    private static final int UNKNOWN = 1;
    private static final int TEMPORARY = 2;
    private static final int TOO_MANY = 4;
    private static final int NO_PERMISSION = 10;
    private static final int INVALID = 100;
    private static final int TOKEN = 190;

    private GraphRefusal() {}

    /** The code of a refusal that Meta knows for all its channels. */
    public static int code(Refusal refusal) {
        return switch (refusal.reason()) {
            case UNKNOWN_KEY -> TOKEN;
            case OUT_OF_CREDIT, FORBIDDEN, NOT_CONNECTED -> NO_PERMISSION;
            case MALFORMED, UNKNOWN_METHOD, METHOD_NOT_ALLOWED, UNKNOWN_ACCOUNT, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE ->
                INVALID;
            case TOO_MANY_REQUESTS -> TOO_MANY;
            // What may have been done is not to be done once more.
            case UPSTREAM_FAILED, UNAVAILABLE, UPSTREAM_TIMEOUT -> isTransient(refusal) ? TEMPORARY : UNKNOWN;
        };
    }

    /** The error object of a refusal, for a channel to add to. */
    public static ObjectNode error(Refusal refusal, int code) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", "(#" + code + ") " + refusal.detail())
                .put("type", "OAuthException")
                .put("is_transient", isTransient(refusal))
                .put("code", code);
    }

    public static ChannelResponse response(Refusal refusal, ObjectNode error) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("error", error);
        byte[] text = body.toString().getBytes(StandardCharsets.UTF_8);
        Headers headers = Headers.of("Content-Type", "application/json; charset=UTF-8");
        if (isTransient(refusal)) {
            headers = headers.and(
                    "Retry-After",
                    Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
        }
        return ChannelResponse.of(status(refusal), headers.and("Content-Length", Integer.toString(text.length)), text);
    }

    /** Of the statuses that the Graph API itself has: client libraries take any other for a broken network. */
    private static int status(Refusal refusal) {
        return switch (refusal.reason()) {
            case MALFORMED, OUT_OF_CREDIT, METHOD_NOT_ALLOWED, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> 400;
            case UPSTREAM_FAILED, UPSTREAM_TIMEOUT -> 500;
            case UNAVAILABLE -> isTransient(refusal) ? 503 : 500;
            default -> refusal.reason().status();
        };
    }

    private static boolean isTransient(Refusal refusal) {
        return refusal.retryAfter().isPositive();
    }
}
