package org.weighhouse.meter.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;

/** A meter with prices, and statements about the message or call that is named {@link #NAME}. */
abstract class AmendFixture extends MeterFixture {

    static final Reference NAME = Reference.of("m1");
    static final Attribution SENT = over("whatsapp", "template")
            .with(Dimension.CAMPAIGN, "spring")
            .with(Dimension.MARKET, "DE")
            .withSubscriber("u1");
    static final Occurrence MESSAGE = seen(SENT, new Reading.Messages(1), NAME.value());
    static final Occurrence CALL = seen(
            model("gpt"), new Reading.Tokens("azure", new TokenBuckets(1_000, 200, 0, 0, 0, 7), 2, 0), NAME.value());

    AmendFixture() {
        workspaces.saveRateCard(
                DEMO,
                new RateCard(
                        Instant.EPOCH,
                        List.of(
                                new RateCard.MessageRate(RateCard.ANY, "marketing", "DE", Amount.of(7)),
                                new RateCard.MessageRate(RateCard.ANY, "marketing", RateCard.ANY, Amount.of(5)),
                                new RateCard.MessageRate(RateCard.ANY, "utility", RateCard.ANY, Amount.of(3))),
                        List.of()));
        workspaces.savePriceBook(
                DEMO,
                new PriceBook(
                        Instant.EPOCH,
                        List.of(
                                new MessagePrice(RateCard.ANY, "marketing", RateCard.ANY, Amount.of(110_000)),
                                new MessagePrice(RateCard.ANY, "template", "DE", Amount.of(40_000))),
                        List.of(new ModelPrice("azure", "gpt", 0, 150_000, 0, 0, 0, 0, 0, 0, 0))));
    }

    static Amendment said(String id, String part, int asOf, Change... changes) {
        return new Amendment(id, part, NOW.plusSeconds(asOf), List.of(changes));
    }

    static AmendOutcome amend(LedgerMeter meter, Amendment amendment) {
        return meter.amend(DEMO, "whatsapp", NAME, amendment);
    }

    static Change kind(String value) {
        return new Change.Kind(value);
    }

    static Change market(String value) {
        return new Change.Market(value);
    }

    static Change quantity(long value) {
        return new Change.Quantity(value);
    }

    static Change cost(long value) {
        return new Change.Cost(Amount.of(value));
    }

    void settle(LedgerMeter meter) {
        meter.settle(held(meter, MESSAGE), MESSAGE);
    }

    /** All that is counted, but for subscribers. */
    Map<String, FakeBook.Sum> messagesAndCosts() {
        Map<String, FakeBook.Sum> sums = ledger.book.sums();
        sums.keySet().removeIf(group -> group.startsWith(Unit.SUBSCRIBER.name()));
        return sums;
    }

    static FakeBook.Sum sum(long amount, long quantity) {
        return new FakeBook.Sum(Amount.of(amount), Measures.of(quantity));
    }
}
