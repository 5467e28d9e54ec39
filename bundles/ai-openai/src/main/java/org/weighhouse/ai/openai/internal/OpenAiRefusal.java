package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.weighhouse.adapter.ai.JsonCalls;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/** Refusals as the OpenAI API says them. */
final class OpenAiRefusal {

    /** Type and code of an error. */
    private record Shape(String type, String code) {
        static Shape invalid(String code) {
            return new Shape("invalid_request_error", code);
        }

        static Shape server(String code) {
            return new Shape("server_error", code);
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
        return JsonCalls.error(body, refusal);
    }

    private static Shape shape(Refusal.Reason reason) {
        return switch (reason) {
            case MALFORMED -> Shape.invalid("invalid_json");
            case UNKNOWN_KEY -> Shape.invalid("invalid_api_key");
            case OUT_OF_CREDIT -> new Shape("insufficient_quota", "insufficient_quota");
            case FORBIDDEN -> Shape.invalid("forbidden");
            case NOT_CONNECTED -> Shape.invalid("not_connected");
            case UNKNOWN_METHOD -> Shape.invalid("unknown_url");
            case UNKNOWN_ACCOUNT -> Shape.invalid("unknown_account");
            case METHOD_NOT_ALLOWED -> Shape.invalid("method_not_allowed");
            case TOO_LARGE -> Shape.invalid("request_too_large");
            case UNSUPPORTED_MEDIA_TYPE -> Shape.invalid("unsupported_media_type");
            case TOO_MANY_REQUESTS -> new Shape("requests", "rate_limit_exceeded");
            case UPSTREAM_FAILED -> Shape.server("upstream_failed");
            case UNAVAILABLE -> Shape.server("unavailable");
            case UPSTREAM_TIMEOUT -> Shape.server("upstream_timeout");
        };
    }
}
