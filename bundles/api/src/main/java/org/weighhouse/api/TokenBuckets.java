package org.weighhouse.api;

/**
 * The tokens of AI calls in six buckets that never overlap, so that their sum is the provider's total.
 * Providers report cached and reasoning tokens inside input and output; adapters take them out first.
 *
 * @param input tokens read and not taken from a cache
 * @param output tokens written and shown
 * @param cacheRead input tokens taken from the provider's cache
 * @param cacheWrite input tokens the provider put into its cache for its usual time (Anthropic: 5 minutes)
 * @param cacheWriteLong input tokens the provider put into its cache for longer, at a price of its own (Anthropic: 1
 *     hour)
 * @param reasoning output tokens spent on thinking
 */
public record TokenBuckets(
        long input, long output, long cacheRead, long cacheWrite, long cacheWriteLong, long reasoning) {

    public static final TokenBuckets NONE = new TokenBuckets(0, 0, 0, 0, 0, 0);

    /** For providers whose cache keeps everything for the same time. */
    public TokenBuckets(long input, long output, long cacheRead, long cacheWrite, long reasoning) {
        this(input, output, cacheRead, cacheWrite, 0, reasoning);
    }

    /** @throws ArithmeticException if it is out of range */
    public long total() {
        long in = Math.addExact(Math.addExact(input, cacheRead), Math.addExact(cacheWrite, cacheWriteLong));
        return Math.addExact(in, Math.addExact(output, reasoning));
    }

    public TokenBuckets plus(TokenBuckets other) {
        return new TokenBuckets(
                Math.addExact(input, other.input),
                Math.addExact(output, other.output),
                Math.addExact(cacheRead, other.cacheRead),
                Math.addExact(cacheWrite, other.cacheWrite),
                Math.addExact(cacheWriteLong, other.cacheWriteLong),
                Math.addExact(reasoning, other.reasoning));
    }

    public TokenBuckets minus(TokenBuckets other) {
        return new TokenBuckets(
                Math.subtractExact(input, other.input),
                Math.subtractExact(output, other.output),
                Math.subtractExact(cacheRead, other.cacheRead),
                Math.subtractExact(cacheWrite, other.cacheWrite),
                Math.subtractExact(cacheWriteLong, other.cacheWriteLong),
                Math.subtractExact(reasoning, other.reasoning));
    }

    public boolean hasNegative() {
        return (input | output | cacheRead | cacheWrite | cacheWriteLong | reasoning) < 0;
    }
}
