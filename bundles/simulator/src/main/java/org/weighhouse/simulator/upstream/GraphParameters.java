package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A call's parameters as the Graph API reads them: of query, form or JSON, values of a form being JSON where they can be. */
final class GraphParameters {

    private GraphParameters() {}

    static ObjectNode of(ReceivedRequest request) {
        ObjectNode parameters = JsonText.object();
        String type = request.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            JsonNode body = JsonText.read(request.body())
                    .filter(JsonNode::isObject)
                    .orElseThrow(() -> new BadRequestException("Invalid JSON"));
            parameters.setAll((ObjectNode) body);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            form(parameters, new String(request.body(), StandardCharsets.UTF_8));
        }
        form(parameters, request.query());
        return parameters;
    }

    /** The token, from wherever it is; empty if there is none. */
    static String token(ReceivedRequest request, ObjectNode parameters) {
        return request.headers()
                .first("Authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("bearer "))
                .map(value -> value.substring("bearer ".length()).strip())
                .orElseGet(() -> parameters.path("access_token").asText(""));
    }

    private static void form(ObjectNode parameters, String text) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = decoded(pair.substring(equals + 1));
                JsonText.read(value)
                        .filter(node -> node.isContainerNode() || node.isBoolean())
                        .ifPresentOrElse(
                                node -> parameters.set(decoded(pair.substring(0, equals)), node),
                                () -> parameters.put(decoded(pair.substring(0, equals)), value));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
