package org.weighhouse.ai.anthropic.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.weighhouse.adapter.ai.JsonCalls;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/** Refusals as the Anthropic API says them. */
final class AnthropicRefusal {

    private AnthropicRefusal() {}

    static ChannelResponse response(Refusal refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "error");
        body.putObject("error").put("type", type(refusal.reason())).put("message", refusal.detail());
        return JsonCalls.error(body, refusal);
    }

    private static String type(Refusal.Reason reason) {
        return switch (reason) {
            case MALFORMED, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, NOT_CONNECTED -> "invalid_request_error";
            case UNKNOWN_KEY -> "authentication_error";
            case FORBIDDEN -> "permission_error";
            case UNKNOWN_METHOD, UNKNOWN_ACCOUNT -> "not_found_error";
            case TOO_LARGE -> "request_too_large";
            case OUT_OF_CREDIT, TOO_MANY_REQUESTS -> "rate_limit_error";
            case UNAVAILABLE -> "overloaded_error";
            case UPSTREAM_FAILED -> "api_error";
            case UPSTREAM_TIMEOUT -> "timeout_error";
        };
    }
}
