package org.weighhouse.ai.openai.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.weighhouse.adapter.ai.Figures;
import org.weighhouse.adapter.ai.JsonScanner;
import org.weighhouse.adapter.ai.RequestText;
import org.weighhouse.adapter.ai.Scalar;

/** The little that matters here of a request's body. Belongs to one thread while it is read. */
final class OpenAiRequest implements JsonScanner.Sink {

    private static final String PROMPTS = "prompt.[]";
    private static final Set<String> FIGURES =
            Set.of("n", "best_of", "max_tokens", "max_completion_tokens", "max_output_tokens");

    private final RequestText text = new RequestText();
    private final Map<String, Long> figures = new HashMap<>();
    private String model = "";
    private boolean streamed;
    private long prompts;
    private boolean tokenIds = true;

    private OpenAiRequest() {}

    /** @param body a JSON object in UTF-8 */
    static OpenAiRequest read(byte[] body) {
        OpenAiRequest request = new OpenAiRequest();
        new JsonScanner(request).push(body);
        return request;
    }

    @Override
    public void opened(String path) {
        if (path.equals(PROMPTS)) {
            prompts++;
            tokenIds = false;
        }
    }

    @Override
    public void value(String path, Scalar value) {
        text.value(path, value);
        switch (path) {
            case "model" -> model = value.asText();
            case "stream" -> streamed = isTrue(value);
            case PROMPTS -> {
                prompts++;
                tokenIds &= value.kind() == Scalar.Kind.NUMBER;
            }
            default -> {
                if (FIGURES.contains(path)) {
                    Figures.of(value).ifPresent(figure -> figures.merge(path, figure, Math::max));
                }
            }
        }
    }

    /** Servers that are not strict take a text or a number for it. */
    private static boolean isTrue(Scalar value) {
        return value.text().equals("true")
                || value.kind() == Scalar.Kind.NUMBER && Figures.of(value).orElse(0) > 0;
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

    /** A number by its name; of one that is said twice the greatest, and zero for one that is not there. */
    long figure(String name) {
        return figures.getOrDefault(name, 0L);
    }

    /** A list of numbers is one prompt in token ids; any other list has a prompt in each element. */
    long prompts() {
        return tokenIds ? 1 : prompts;
    }
}
