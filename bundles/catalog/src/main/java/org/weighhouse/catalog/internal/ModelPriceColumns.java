package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;

/** A price book's prices of a model as they are stored; {@code ordinal} keeps the order. */
@Embeddable
class ModelPriceColumns {

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "provider")
    private String provider;

    @Column(name = "model")
    private String model;

    @Column(name = "from_input")
    private long fromInput;

    @Column(name = "input_price")
    private long input;

    @Column(name = "output_price")
    private long output;

    @Column(name = "cache_read_price")
    private long cacheRead;

    @Column(name = "cache_write_price")
    private long cacheWrite;

    @Column(name = "cache_write_long_price")
    private long cacheWriteLong;

    @Column(name = "reasoning_price")
    private long reasoning;

    @Column(name = "tool_call_price")
    private long toolCall;

    @Column(name = "minute_price")
    private long minute;

    protected ModelPriceColumns() {}

    ModelPriceColumns(int ordinal, ModelPrice price) {
        this.ordinal = ordinal;
        provider = price.provider();
        model = price.model();
        fromInput = price.fromInput();
        input = price.input();
        output = price.output();
        cacheRead = price.cacheRead();
        cacheWrite = price.cacheWrite();
        cacheWriteLong = price.cacheWriteLong();
        reasoning = price.reasoning();
        toolCall = price.toolCall();
        minute = price.minute();
    }

    int ordinal() {
        return ordinal;
    }

    ModelPrice toPrice() {
        return new ModelPrice(
                provider,
                model,
                fromInput,
                input,
                output,
                cacheRead,
                cacheWrite,
                cacheWriteLong,
                reasoning,
                toolCall,
                minute);
    }
}
