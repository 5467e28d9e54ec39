package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.weighhouse.api.TokenBuckets;

/** Chunks of chat completions and completions. The usage comes in an extra last chunk without choices. */
final class ChatStream extends SeenStream {

    private final boolean stripUsage;

    ChatStream(Findings findings, boolean stripUsage) {
        super(findings);
        this.stripUsage = stripUsage;
    }

    @Override
    boolean see(JsonNode chunk) {
        named(chunk);
        for (JsonNode choice : chunk.path("choices")) {
            text(choice.path("text"));
            text(choice.path("delta").path("content"));
            text(choice.path("delta").path("refusal"));
            for (JsonNode call : choice.path("delta").path("tool_calls")) {
                text(call.path("function").path("arguments"));
            }
        }
        Optional<TokenBuckets> usage = Usage.read(chunk.path("usage"));
        usage.ifPresent(this::usage);
        boolean extra = usage.isPresent()
                && chunk.path("choices").isArray()
                && chunk.path("choices").isEmpty();
        if (extra) {
            complete();
        }
        return !(extra && stripUsage);
    }
}
