package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.weighhouse.adapter.ai.JsonCalls;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/** Refusals as the OpenAI API says them. */
final class OpenAiRefusal {

    /** Status, type and code of an error. */
    private record Shape(int status, String type, String code) {
        static Shape invalid(Refusal.Reason reason, String code) {
            return new Shape(reason.status(), "invalid_request_error", code);
        }

        static Shape server(Refusal.Reason reason, String code) {
            return new Shape(reason.status(), "server_error", code);
        }
    }

    private OpenAiRefusal() {}

    static ChannelResponse response(Refusal refusal) {
        Shape shape = shape(refusal.reason());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("message", refusal.detail()).put("type", shape.type());
        error.putNull("param");
        error.put("code", shape.code());
        return JsonCalls.error(shape.status(), body, refusal);
    }

    private static Shape shape(Refusal.Reason reason) {
        return switch (reason) {
            case MALFORMED -> Shape.invalid(reason, "invalid_json");
            case UNKNOWN_KEY -> Shape.invalid(reason, "invalid_api_key");
            // What OpenAI itself answers when an account has run dry.
            case OUT_OF_CREDIT -> new Shape(429, "insufficient_quota", "insufficient_quota");
            case FORBIDDEN -> Shape.invalid(reason, "forbidden");
            case NOT_CONNECTED -> Shape.invalid(reason, "not_connected");
            case UNKNOWN_METHOD -> Shape.invalid(reason, "unknown_url");
            case UNKNOWN_ACCOUNT -> Shape.invalid(reason, "unknown_account");
            case METHOD_NOT_ALLOWED -> Shape.invalid(reason, "method_not_allowed");
            case TOO_LARGE -> Shape.invalid(reason, "request_too_large");
            case UNSUPPORTED_MEDIA_TYPE -> Shape.invalid(reason, "unsupported_media_type");
            case TOO_MANY_REQUESTS -> new Shape(reason.status(), "requests", "rate_limit_exceeded");
            case UPSTREAM_FAILED -> Shape.server(reason, "upstream_failed");
            case UNAVAILABLE -> Shape.server(reason, "unavailable");
            case UPSTREAM_TIMEOUT -> Shape.server(reason, "upstream_timeout");
        };
    }
}
