package org.weighhouse.ai.gemini.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.weighhouse.adapter.ai.JsonCalls;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/** Refusals as Google's APIs say them: a code of HTTP, and a status of {@code google.rpc.Code}. */
final class GeminiRefusal {

    private GeminiRefusal() {}

    static ChannelResponse response(Refusal refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("code", JsonCalls.status(refusal))
                .put("message", refusal.detail())
                .put("status", name(refusal.reason()));
        return JsonCalls.error(body, refusal);
    }

    private static String name(Refusal.Reason reason) {
        return switch (reason) {
            case MALFORMED, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, TOO_LARGE -> "INVALID_ARGUMENT";
            case UNKNOWN_KEY -> "UNAUTHENTICATED";
            case FORBIDDEN, NOT_CONNECTED -> "PERMISSION_DENIED";
            case UNKNOWN_METHOD, UNKNOWN_ACCOUNT -> "NOT_FOUND";
            case OUT_OF_CREDIT, TOO_MANY_REQUESTS -> "RESOURCE_EXHAUSTED";
            case UNAVAILABLE, UPSTREAM_FAILED -> "UNAVAILABLE";
            case UPSTREAM_TIMEOUT -> "DEADLINE_EXCEEDED";
        };
    }
}
