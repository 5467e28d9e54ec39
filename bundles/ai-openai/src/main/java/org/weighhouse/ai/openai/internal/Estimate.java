package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.weighhouse.adapter.ai.Estimates;
import org.weighhouse.adapter.ai.Figures;
import org.weighhouse.api.TokenBuckets;

/** Guesses a call's tokens before it is made: its text, and as many output tokens as the request allows. */
final class Estimate {

    private final int defaultOutputTokens;

    /** @param defaultOutputTokens output held for each answer of requests that set no limit */
    Estimate(int defaultOutputTokens) {
        this.defaultOutputTokens = defaultOutputTokens;
    }

    TokenBuckets of(Endpoint endpoint, JsonNode request) {
        long output = endpoint == Endpoint.EMBEDDINGS ? 0 : Estimates.times(answers(endpoint, request), most(request));
        return new TokenBuckets(Estimates.tokens(request), output, 0, 0, 0);
    }

    /** Of several limits the greatest, for nobody knows which of them a server looks at. */
    private long most(JsonNode request) {
        long most = Stream.of("max_completion_tokens", "max_tokens", "max_output_tokens")
                .mapToLong(name -> figure(request, name))
                .max()
                .orElse(0);
        return most > 0 ? most : defaultOutputTokens;
    }

    private static long answers(Endpoint endpoint, JsonNode request) {
        long each = Math.max(1, figure(request, "n"));
        return endpoint == Endpoint.COMPLETIONS
                ? Estimates.times(prompts(request.path("prompt")), Math.max(each, figure(request, "best_of")))
                : each;
    }

    /** A list of numbers is one prompt in token ids; any other list has a prompt in each element. */
    private static long prompts(JsonNode prompt) {
        boolean tokenIds = true;
        for (JsonNode element : prompt) {
            tokenIds &= element.isNumber();
        }
        return prompt.isArray() && !tokenIds ? prompt.size() : 1;
    }

    private static long figure(JsonNode request, String name) {
        return Figures.of(request.path(name)).orElse(0);
    }
}
