package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Events of the Responses API. The usage stands in the last one; nothing is taken out. */
final class ResponseStream extends SeenStream {

    private static final Set<String> LAST = Set.of("response.completed", "response.incomplete", "response.failed");

    ResponseStream(Findings findings) {
        super(findings);
    }

    @Override
    boolean see(JsonNode event) {
        String type = event.path("type").asText("");
        JsonNode response = event.path("response");
        if (response.isObject()) {
            named(response);
        }
        if (type.endsWith(".delta")) {
            text(event.path("delta"));
        }
        if (LAST.contains(type)) {
            Usage.read(response.path("usage")).ifPresent(this::usage);
            complete();
        }
        return true;
    }
}
