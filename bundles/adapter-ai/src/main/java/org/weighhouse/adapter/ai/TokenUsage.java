package org.weighhouse.adapter.ai;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import org.weighhouse.api.TokenBuckets;

/**
 * What a {@code usage} object says, in any of the spellings of servers that speak OpenAI's language, Anthropic's or
 * Gemini's. May be told several times during a stream: where counters only grow, the greatest that was told of each figure
 * counts, else the last. Nulls, words and what is missing say nothing. Not thread-safe.
 */
public final class TokenUsage {

    private enum Figure {
        PROMPT,
        INPUT,
        OUTPUT,
        TOTAL,
        CACHED,
        NOT_CACHED,
        WRITTEN,
        /** Anthropic's counters, which most servers leave out of the input. */
        CACHED_APART,
        WRITTEN_APART,
        WRITTEN_SHORT,
        WRITTEN_LONG,
        REASONING,
        SEARCHES,
        FETCHES,
        MILLIS,
        /** Gemini's: what its tools read, beside the prompt. */
        TOOL_PROMPT
    }

    private static final Map<String, Figure> NAMES = names();

    private final Map<Figure, Long> told = new EnumMap<>(Figure.class);
    private final BinaryOperator<Long> counts;

    /** Of each figure the greatest that was told counts. */
    public TokenUsage() {
        this(Math::max);
    }

    private TokenUsage(BinaryOperator<Long> counts) {
        this.counts = counts;
    }

    /** Of each figure the last that was told counts. */
    public static TokenUsage lastCounts() {
        return new TokenUsage((before, now) -> now);
    }

    private static Map<String, Figure> names() {
        Map<String, Figure> names = new HashMap<>(Map.of(
                "prompt_tokens", Figure.PROMPT,
                "input_tokens", Figure.INPUT,
                "completion_tokens", Figure.OUTPUT,
                "output_tokens", Figure.OUTPUT,
                "total_tokens", Figure.TOTAL,
                "cached_tokens", Figure.CACHED,
                "prompt_cache_hit_tokens", Figure.CACHED,
                "prompt_cache_miss_tokens", Figure.NOT_CACHED,
                "reasoning_tokens", Figure.REASONING));
        names.put("cache_read_input_tokens", Figure.CACHED_APART);
        names.put("cache_creation_input_tokens", Figure.WRITTEN_APART);
        names.put("cache_creation.ephemeral_5m_input_tokens", Figure.WRITTEN_SHORT);
        names.put("cache_creation.ephemeral_1h_input_tokens", Figure.WRITTEN_LONG);
        names.put("num_search_queries", Figure.SEARCHES);
        names.put("server_tool_use.web_search_requests", Figure.SEARCHES);
        names.put("server_tool_use.web_fetch_requests", Figure.FETCHES);
        names.put("promptTokenCount", Figure.PROMPT);
        names.put("cachedContentTokenCount", Figure.CACHED);
        names.put("toolUsePromptTokenCount", Figure.TOOL_PROMPT);
        names.put("candidatesTokenCount", Figure.OUTPUT);
        names.put("thoughtsTokenCount", Figure.REASONING);
        names.put("totalTokenCount", Figure.TOTAL);
        names.put("seconds", Figure.MILLIS);
        names.put("prompt_audio_seconds", Figure.MILLIS);
        for (String details : new String[] {"prompt_tokens_details", "input_tokens_details", "input_token_details"}) {
            names.put(details + ".cached_tokens", Figure.CACHED);
            names.put(details + ".cache_write_tokens", Figure.WRITTEN);
            names.put(details + ".cache_creation_tokens", Figure.WRITTEN);
        }
        for (String details :
                new String[] {"completion_tokens_details", "output_tokens_details", "output_token_details"}) {
            names.put(details + ".reasoning_tokens", Figure.REASONING);
            names.put(details + ".thinking_tokens", Figure.REASONING);
        }
        return Map.copyOf(names);
    }

    /**
     * Takes in one figure.
     *
     * @param name its path within the usage object, such as {@code prompt_tokens_details.cached_tokens}
     * @return whether it is one we know and more than zero
     */
    public boolean tell(String name, Scalar value) {
        Figure figure = NAMES.get(name);
        if (figure == null) {
            return false;
        }
        OptionalLong number = figure == Figure.MILLIS ? Figures.millis(value) : Figures.of(value);
        number.ifPresent(n -> told.merge(figure, n, counts));
        return number.orElse(0) > 0;
    }

    /** Whether there is anything to count. Nothing but zeros is what servers say that do not know. */
    public boolean isTold() {
        return get(Figure.MILLIS) > 0 || !buckets().equals(TokenBuckets.NONE);
    }

    /** Whether it says what was asked, and that this is all so far: Gemini's, in the middle of a stream. */
    public boolean isOfPromptAlone() {
        long prompt = get(Figure.PROMPT) + get(Figure.TOOL_PROMPT);
        return prompt > 0 && get(Figure.TOTAL) == prompt && get(Figure.OUTPUT) == 0;
    }

    /** Searches and fetches the provider made. */
    public long toolCalls() {
        return get(Figure.SEARCHES) + get(Figure.FETCHES);
    }

    /** Sound that is billed by its length. */
    public long millis() {
        return get(Figure.MILLIS);
    }

    /**
     * The tokens in buckets that do not overlap. Cached and written ones are taken out of the input, reasoning out of the
     * output, and none is greater than what it is taken out of. The sum is the provider's total whenever it says one that
     * is not smaller than its parts: what no part accounts for is input or output where that one is not told, else
     * reasoning, which some servers leave out of the output.
     */
    public TokenBuckets buckets() {
        long output = get(Figure.OUTPUT);
        long input = input(output);
        long rest = Math.max(0, get(Figure.TOTAL) - input - output);
        if (input == 0) {
            input = rest;
            rest = 0;
        } else if (output == 0) {
            output = rest;
            rest = 0;
        }
        long read = Math.min(input, Math.max(get(Figure.CACHED), get(Figure.CACHED_APART)));
        long written = Math.min(input - read, Math.max(get(Figure.WRITTEN), writtenApart()));
        long writtenLong = Math.min(written, get(Figure.WRITTEN_LONG));
        boolean reasoningApart = rest > 0 && rest >= get(Figure.REASONING);
        long reasoning = reasoningApart ? 0 : Math.min(output, get(Figure.REASONING));
        return new TokenBuckets(
                input - read - written, output - reasoning, read, written - writtenLong, writtenLong, reasoning + rest);
    }

    /** All input, cached or not. */
    private long input(long output) {
        long missed = get(Figure.NOT_CACHED);
        long split = missed == 0 ? 0 : missed + get(Figure.CACHED);
        long input = Math.max(Math.max(get(Figure.PROMPT), get(Figure.INPUT)), split);
        long apart = get(Figure.CACHED_APART) + writtenApart();
        long total = get(Figure.TOTAL);
        boolean added = total > 0
                ? total >= input + output + apart
                : get(Figure.PROMPT) == 0 && get(Figure.INPUT) > 0 || apart > input;
        return (added ? input + apart : input) + get(Figure.TOOL_PROMPT);
    }

    /** Some say only how long what they wrote is kept. */
    private long writtenApart() {
        return Math.max(get(Figure.WRITTEN_APART), get(Figure.WRITTEN_SHORT) + get(Figure.WRITTEN_LONG));
    }

    private long get(Figure figure) {
        return told.getOrDefault(figure, 0L);
    }
}
