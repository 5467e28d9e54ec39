package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.RateCard.MessageRate;

/** A rate card's price of a message as it is stored; {@code ordinal} keeps the order, for the first match wins. */
@Embeddable
class MessageRateColumns {

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "channel")
    private String channel;

    @Column(name = "kind")
    private String kind;

    @Column(name = "market")
    private String market;

    @Column(name = "credits_milli")
    private long creditsMilli;

    protected MessageRateColumns() {}

    MessageRateColumns(int ordinal, MessageRate rate) {
        this.ordinal = ordinal;
        channel = rate.channel();
        kind = rate.kind();
        market = rate.market();
        creditsMilli = rate.credits().milli();
    }

    int ordinal() {
        return ordinal;
    }

    MessageRate toRate() {
        return new MessageRate(channel, kind, market, new Amount(creditsMilli));
    }
}
