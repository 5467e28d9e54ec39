package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Token counts of one call, as OpenAI counts them: cached and cache-written tokens are part of the prompt, reasoning
 * tokens part of the completion.
 */
record OpenAiUsage(long prompt, long cached, long cacheWrite, long completion, long reasoning) {

    private static final int CHARACTERS_A_TOKEN = 4;

    /**
     * Counts deterministically. Which models cache and reason is this stand-in's own choice: {@code mini} models read
     * half their prompt from the cache, {@code gpt-5} and {@code o} models reason, {@code gpt-5} models write a
     * quarter of the prompt to the cache.
     */
    static OpenAiUsage of(String model, String prompt, String completion) {
        long promptTokens = tokens(prompt);
        boolean thinks = model.startsWith("gpt-5") || model.matches("o\\d.*");
        long cached = model.contains("mini") ? promptTokens / 2 : 0;
        long written = model.startsWith("gpt-5") ? promptTokens / 4 : 0;
        long reasoning = thinks ? 16 + promptTokens % 48 : 0;
        return new OpenAiUsage(promptTokens, cached, written, tokens(completion) + reasoning, reasoning);
    }

    static long tokens(String text) {
        return Math.max(1, (text.codePointCount(0, text.length()) + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN);
    }

    long total() {
        return prompt + completion;
    }

    /** As chat completions and completions report it. */
    ObjectNode asChat() {
        ObjectNode usage = JsonText.object()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", completion)
                .put("total_tokens", total());
        ObjectNode input = usage.putObject("prompt_tokens_details").put("cached_tokens", cached);
        if (cacheWrite > 0) {
            input.put("cache_write_tokens", cacheWrite);
        }
        input.put("audio_tokens", 0);
        usage.putObject("completion_tokens_details")
                .put("reasoning_tokens", reasoning)
                .put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0);
        return usage;
    }

    /** As the Responses API reports it. */
    ObjectNode asResponse() {
        ObjectNode usage = JsonText.object().put("input_tokens", prompt);
        ObjectNode input = usage.putObject("input_tokens_details").put("cached_tokens", cached);
        if (cacheWrite > 0) {
            input.put("cache_write_tokens", cacheWrite);
        }
        usage.put("output_tokens", completion);
        usage.putObject("output_tokens_details").put("reasoning_tokens", reasoning);
        return usage.put("total_tokens", total());
    }
}
