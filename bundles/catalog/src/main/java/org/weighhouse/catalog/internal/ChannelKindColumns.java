package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.weighhouse.api.Amount;

/** What one message kind of a channel costs by default, as it is stored. */
@Embeddable
class ChannelKindColumns {

    @Column(name = "kind")
    private String kind;

    @Column(name = "credits_milli")
    private long creditsMilli;

    protected ChannelKindColumns() {}

    ChannelKindColumns(String kind, Amount credits) {
        this.kind = kind;
        creditsMilli = credits.milli();
    }

    String kind() {
        return kind;
    }

    Amount credits() {
        return new Amount(creditsMilli);
    }
}
