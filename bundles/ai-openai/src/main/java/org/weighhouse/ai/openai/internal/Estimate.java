package org.weighhouse.ai.openai.internal;

import java.util.stream.Stream;
import org.weighhouse.adapter.ai.Estimates;
import org.weighhouse.api.TokenBuckets;

/** Guesses a call's tokens before it is made: its text, and as many output tokens as the request allows. */
final class Estimate {

    private final int defaultOutputTokens;

    /** @param defaultOutputTokens output held for each answer of requests that set no limit */
    Estimate(int defaultOutputTokens) {
        this.defaultOutputTokens = defaultOutputTokens;
    }

    TokenBuckets of(Endpoint endpoint, OpenAiRequest request) {
        long output = endpoint == Endpoint.EMBEDDINGS ? 0 : Estimates.times(answers(endpoint, request), most(request));
        return new TokenBuckets(request.textTokens(), output, 0, 0, 0);
    }

    /** Of several limits the greatest, for nobody knows which of them a server looks at. */
    private long most(OpenAiRequest request) {
        long most = Stream.of("max_completion_tokens", "max_tokens", "max_output_tokens")
                .mapToLong(request::figure)
                .max()
                .orElse(0);
        return most > 0 ? most : defaultOutputTokens;
    }

    private static long answers(Endpoint endpoint, OpenAiRequest request) {
        long each = Math.max(1, request.figure("n"));
        return endpoint == Endpoint.COMPLETIONS
                ? Estimates.times(request.prompts(), Math.max(each, request.figure("best_of")))
                : each;
    }
}
