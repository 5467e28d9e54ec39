package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.weighhouse.api.TokenBuckets;

/**
 * From a {@code usage} object to buckets that do not overlap. OpenAI counts cached and cache-written tokens inside the
 * prompt and reasoning tokens inside the completion; their sum stays the provider's {@code total_tokens}. Tokens in the
 * total that no part accounts for are taken for reasoning, as some compatible providers leave it out of the completion.
 */
final class Usage {

    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private Usage() {}

    /** Empty if this is no usage object. */
    static Optional<TokenBuckets> read(JsonNode usage) {
        boolean responses = usage.path("input_tokens").isNumber();
        if (!responses && !usage.path("prompt_tokens").isNumber()) {
            return Optional.empty();
        }
        JsonNode inputDetails = usage.path(responses ? "input_tokens_details" : "prompt_tokens_details");
        JsonNode outputDetails = usage.path(responses ? "output_tokens_details" : "completion_tokens_details");
        long prompt = count(usage.path(responses ? "input_tokens" : "prompt_tokens"));
        long completion = count(usage.path(responses ? "output_tokens" : "completion_tokens"));
        long cached = Math.min(prompt, count(inputDetails.path("cached_tokens")));
        long written = Math.min(prompt - cached, count(inputDetails.path("cache_write_tokens")));
        long reasoning = Math.min(completion, count(outputDetails.path("reasoning_tokens")));
        long unexplained = Math.max(0, count(usage.path("total_tokens")) - prompt - completion);
        return Optional.of(new TokenBuckets(
                prompt - cached - written, completion - reasoning, cached, written, reasoning + unexplained));
    }

    private static long count(JsonNode number) {
        return Math.clamp(number.asLong(), 0, MOST_TOKENS);
    }
}
