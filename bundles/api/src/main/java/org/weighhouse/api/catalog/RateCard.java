package org.weighhouse.api.catalog;

import java.time.Instant;
import java.util.List;
import org.weighhouse.api.Amount;

/**
 * What things cost from a date on. The first matching row wins; {@link #ANY} matches everything. What no row matches
 * costs 1: a credit a message, a token a token.
 */
public record RateCard(Instant effectiveFrom, List<MessageRate> messages, List<TokenRate> tokens) {

    public static final String ANY = "*";

    /** Most rows of each kind. */
    public static final int MAX_ROWS = 1_000;

    /** Everything costs 1, always. */
    public static final RateCard DEFAULT = new RateCard(Instant.EPOCH, List.of(), List.of());

    public RateCard {
        messages = List.copyOf(messages);
        tokens = List.copyOf(tokens);
    }

    /** Credits for one message. */
    public record MessageRate(String channel, String kind, String market, Amount credits) {}

    /** Weight of each token bucket of a model. */
    public record TokenRate(
            String model,
            Amount input,
            Amount output,
            Amount cacheRead,
            Amount cacheWrite,
            Amount cacheWriteLong,
            Amount reasoning) {}
}
