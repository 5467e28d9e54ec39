package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.weighhouse.api.TokenBuckets;

/**
 * Guesses a call's tokens before it is made: a token for four characters of text, one for a number in a list (token
 * ids), a flat figure for an embedded picture or sound, and as many output tokens as the request allows.
 */
final class Estimate {

    static final int CHARACTERS_A_TOKEN = 4;

    /** What a {@code data:} URL counts for: the order of magnitude of one picture. */
    static final int TOKENS_AN_ATTACHMENT = 1_000;

    private static final int MOST_CHOICES = 128;
    private static final long MOST_TOKENS = 100_000_000;

    private final int defaultOutputTokens;

    /** @param defaultOutputTokens output held for requests that set no limit */
    Estimate(int defaultOutputTokens) {
        this.defaultOutputTokens = defaultOutputTokens;
    }

    TokenBuckets of(Endpoint endpoint, JsonNode request) {
        long output = endpoint == Endpoint.EMBEDDINGS ? 0 : output(request);
        return new TokenBuckets(tokens(characters(request)), output, 0, 0, 0);
    }

    static long tokens(long characters) {
        return Math.min(MOST_TOKENS, (characters + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN);
    }

    private long output(JsonNode request) {
        long most = Stream.of("max_completion_tokens", "max_tokens", "max_output_tokens")
                .map(request::path)
                .filter(limit -> limit.isIntegralNumber() && limit.asLong() > 0)
                .mapToLong(JsonNode::asLong)
                .findFirst()
                .orElse(defaultOutputTokens);
        long choices = Math.clamp(request.path("n").asLong(1), 1, MOST_CHOICES);
        return Math.min(MOST_TOKENS, Math.min(MOST_TOKENS, most) * choices);
    }

    private static long characters(JsonNode node) {
        if (node.isTextual()) {
            String text = node.asText();
            return text.startsWith("data:") ? (long) TOKENS_AN_ATTACHMENT * CHARACTERS_A_TOKEN : text.length();
        }
        long sum = 0;
        for (JsonNode child : node) {
            sum += node.isArray() && child.isNumber() ? CHARACTERS_A_TOKEN : characters(child);
        }
        return sum;
    }
}
