package org.weighhouse.api;

/**
 * How much happened, beside what it is charged: stays true whatever a message or a token costs.
 *
 * @param quantity messages, AI calls, subscribers or engagements, as the unit has it
 * @param toolCalls tools the provider ran itself during AI calls, such as web searches
 * @param millis milliseconds of sound or video that AI calls were billed for
 * @param tokens tokens of AI calls
 */
public record Measures(long quantity, long toolCalls, long millis, TokenBuckets tokens) {

    public static final Measures NONE = new Measures(0, 0, 0, TokenBuckets.NONE);

    /** So many of whatever the unit counts, and nothing else. */
    public static Measures of(long quantity) {
        return new Measures(quantity, 0, 0, TokenBuckets.NONE);
    }

    /** @throws ArithmeticException if a measure is out of range */
    public Measures plus(Measures other) {
        return new Measures(
                Math.addExact(quantity, other.quantity),
                Math.addExact(toolCalls, other.toolCalls),
                Math.addExact(millis, other.millis),
                tokens.plus(other.tokens));
    }

    /** @throws ArithmeticException if a measure is out of range */
    public Measures minus(Measures other) {
        return new Measures(
                Math.subtractExact(quantity, other.quantity),
                Math.subtractExact(toolCalls, other.toolCalls),
                Math.subtractExact(millis, other.millis),
                tokens.minus(other.tokens));
    }

    public boolean hasNegative() {
        return (quantity | toolCalls | millis) < 0 || tokens.hasNegative();
    }
}
