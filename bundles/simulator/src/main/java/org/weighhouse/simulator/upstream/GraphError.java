package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** Errors, headers and ids as the Graph API has them. */
final class GraphError {

    static final int TOKEN = 190;
    static final int INVALID = 100;

    private static final int NO_SUCH_OBJECT = 33;

    private GraphError() {}

    static ChannelResponse of(int status, int code, String message, String details) {
        ObjectNode error = error(code, message);
        if (!details.isEmpty()) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        return reply(status, error);
    }

    /** What stands in for "there is no such object, edge or permission": the API does not tell which. */
    static ChannelResponse noSuchObject(String method, String id) {
        ObjectNode error = error(
                INVALID,
                "Unsupported " + method.toLowerCase(Locale.ROOT) + " request. Object with ID '" + id
                        + "' does not exist");
        return reply(400, error.put("error_subcode", NO_SUCH_OBJECT));
    }

    static Headers headers() {
        return Headers.of("Content-Type", "application/json; charset=UTF-8")
                .and("facebook-api-version", "v25.0")
                .and("x-fb-trace-id", id(11))
                .and("x-fb-request-id", id(22));
    }

    static String id(int length) {
        return UUID.randomUUID().toString().replace("-", "").substring(0, length);
    }

    private static ObjectNode error(int code, String message) {
        return JsonText.object()
                .put("message", "(#" + code + ") " + message)
                .put("type", "OAuthException")
                .put("code", code)
                .put("fbtrace_id", "A" + id(22));
    }

    private static ChannelResponse reply(int status, ObjectNode error) {
        ObjectNode body = JsonText.object();
        body.set("error", error);
        return JsonText.reply(status, body, headers());
    }
}
