package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.RateCard.TokenRate;

/** A rate card's weights of a model's tokens as they are stored; {@code ordinal} keeps the order. */
@Embeddable
class TokenRateColumns {

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "model")
    private String model;

    @Column(name = "input_milli")
    private long inputMilli;

    @Column(name = "output_milli")
    private long outputMilli;

    @Column(name = "cache_read_milli")
    private long cacheReadMilli;

    @Column(name = "cache_write_milli")
    private long cacheWriteMilli;

    @Column(name = "cache_write_long_milli")
    private long cacheWriteLongMilli;

    @Column(name = "reasoning_milli")
    private long reasoningMilli;

    protected TokenRateColumns() {}

    TokenRateColumns(int ordinal, TokenRate rate) {
        this.ordinal = ordinal;
        model = rate.model();
        inputMilli = rate.input().milli();
        outputMilli = rate.output().milli();
        cacheReadMilli = rate.cacheRead().milli();
        cacheWriteMilli = rate.cacheWrite().milli();
        cacheWriteLongMilli = rate.cacheWriteLong().milli();
        reasoningMilli = rate.reasoning().milli();
    }

    int ordinal() {
        return ordinal;
    }

    TokenRate toRate() {
        return new TokenRate(
                model,
                new Amount(inputMilli),
                new Amount(outputMilli),
                new Amount(cacheReadMilli),
                new Amount(cacheWriteMilli),
                new Amount(cacheWriteLongMilli),
                new Amount(reasoningMilli));
    }
}
