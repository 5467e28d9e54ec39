package org.weighhouse.api.catalog;

import java.time.Instant;
import java.util.List;
import org.weighhouse.api.Amount;

/**
 * What the providers charge from a date on, in the workspace's currency. The first matching row wins; {@link RateCard#ANY}
 * matches everything. What no row matches has no price, and no cost is counted for it.
 */
public record PriceBook(Instant effectiveFrom, List<MessagePrice> messages, List<ModelPrice> models) {

    /** Most rows of each kind. */
    public static final int MAX_ROWS = 1_000;

    /** No prices at all. */
    public static final PriceBook NONE = new PriceBook(Instant.EPOCH, List.of(), List.of());

    public PriceBook {
        messages = List.copyOf(messages);
        models = List.copyOf(models);
    }

    /**
     * The price of a message.
     *
     * @param each in {@link org.weighhouse.api.Unit#COST}: millionths of the currency
     */
    public record MessagePrice(String channel, String kind, String market, Amount each) {}

    /**
     * The prices of a model's tokens, in millionths of the currency for a million tokens: a provider's "$0.15 per million"
     * is 150,000. Every bucket has a price of its own; none is derived from another.
     *
     * @param fromInput the row is for calls with at least so many input tokens, cached ones included: providers charge
     *     more for long contexts. Dearer rows stand before cheaper ones
     * @param toolCall for a tool that the provider ran, in millionths of the currency
     * @param minute for a minute of sound or video, in millionths of the currency
     */
    public record ModelPrice(
            String provider,
            String model,
            long fromInput,
            long input,
            long output,
            long cacheRead,
            long cacheWrite,
            long cacheWriteLong,
            long reasoning,
            long toolCall,
            long minute) {

        /** @throws IllegalArgumentException if a price is negative */
        public ModelPrice {
            if ((fromInput | input | output | cacheRead | cacheWrite | cacheWriteLong | reasoning | toolCall | minute)
                    < 0) {
                throw new IllegalArgumentException("a price must not be negative");
            }
        }
    }
}
