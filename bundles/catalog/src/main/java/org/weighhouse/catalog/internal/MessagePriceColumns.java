package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;

/** A price book's price of a message as it is stored; {@code ordinal} keeps the order, for the first match wins. */
@Embeddable
class MessagePriceColumns {

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "channel")
    private String channel;

    @Column(name = "kind")
    private String kind;

    @Column(name = "market")
    private String market;

    @Column(name = "each_milli")
    private long eachMilli;

    protected MessagePriceColumns() {}

    MessagePriceColumns(int ordinal, MessagePrice price) {
        this.ordinal = ordinal;
        channel = price.channel();
        kind = price.kind();
        market = price.market();
        eachMilli = price.each().milli();
    }

    int ordinal() {
        return ordinal;
    }

    MessagePrice toPrice() {
        return new MessagePrice(channel, kind, market, new Amount(eachMilli));
    }
}
