package org.weighhouse.ai.gemini.internal;

import org.weighhouse.adapter.ai.Estimates;
import org.weighhouse.adapter.ai.Figures;
import org.weighhouse.adapter.ai.JsonScanner;
import org.weighhouse.adapter.ai.RequestText;
import org.weighhouse.adapter.ai.Scalar;
import org.weighhouse.api.TokenBuckets;

/** The little that matters here of a request's body. Belongs to one thread while it is read. */
final class GeminiRequest implements JsonScanner.Sink {

    private final RequestText text = new RequestText();
    private long maxOutput;
    private long candidates = 1;

    private GeminiRequest() {}

    /** @param body a JSON object in UTF-8 */
    static GeminiRequest read(byte[] body) {
        GeminiRequest request = new GeminiRequest();
        new JsonScanner(request).push(body);
        return request;
    }

    @Override
    public void opened(String path) {
        text.opened(path);
    }

    /** The API takes both spellings of a name. Of what is said twice, the greatest counts. */
    @Override
    public void value(String path, Scalar value) {
        text.value(path, value);
        switch (path) {
            case "generationConfig.maxOutputTokens", "generation_config.max_output_tokens" ->
                maxOutput = Math.max(maxOutput, Figures.of(value).orElse(0));
            case "generationConfig.candidateCount", "generation_config.candidate_count" ->
                candidates = Math.max(candidates, Figures.of(value).orElse(0));
            default -> {}
        }
    }

    /** What is held for it. */
    TokenBuckets expected(Endpoint.Kind kind, int defaultOutputTokens) {
        long each = maxOutput > 0 ? maxOutput : defaultOutputTokens;
        return new TokenBuckets(
                text.tokens(), kind == Endpoint.Kind.EMBED ? 0 : Estimates.times(candidates, each), 0, 0, 0);
    }
}
