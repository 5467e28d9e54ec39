package org.weighhouse.ai.anthropic.internal;

import org.weighhouse.adapter.ai.Figures;
import org.weighhouse.adapter.ai.JsonScanner;
import org.weighhouse.adapter.ai.RequestText;
import org.weighhouse.adapter.ai.Scalar;

/** The little that matters here of a request's body. Belongs to one thread while it is read. */
final class AnthropicRequest implements JsonScanner.Sink {

    private final RequestText text = new RequestText();
    private String model = "";
    private boolean streamed;
    private long maxTokens;

    private AnthropicRequest() {}

    /** @param body a JSON object in UTF-8 */
    static AnthropicRequest read(byte[] body) {
        AnthropicRequest request = new AnthropicRequest();
        new JsonScanner(request).push(body);
        return request;
    }

    @Override
    public void opened(String path) {
        text.opened(path);
    }

    /** Of what is said twice, the greatest limit: nobody knows which of them a server looks at. */
    @Override
    public void value(String path, Scalar value) {
        text.value(path, value);
        switch (path) {
            case "model" -> model = value.asText();
            case "stream" -> streamed |= value.text().equals("true");
            case "max_tokens" ->
                maxTokens = Math.max(maxTokens, Figures.of(value).orElse(0));
            default -> {}
        }
    }

    /** As it is written; may be empty. */
    String model() {
        return model;
    }

    /** Whether a stream is asked for. */
    boolean isStreamed() {
        return streamed;
    }

    /** The tokens of its text. */
    long textTokens() {
        return text.tokens();
    }

    /** The most tokens of the answer, thinking included; 0 if it does not say. */
    long maxTokens() {
        return maxTokens;
    }
}
