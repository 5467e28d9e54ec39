package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Receipt;

class CostTest extends MeterFixture {

    private static final String ANY = RateCard.ANY;
    private static final TokenBuckets BUCKETS = new TokenBuckets(1, 10, 100, 1_000, 10_000, 100_000);
    private static final ModelPrice FREE_MODEL = new ModelPrice(ANY, ANY, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final LedgerMeter meter = meter();

    @ParameterizedTest
    @CsvSource({
        "1000,  37500,   37.5",
        "1,     37500,   0.038",
        "1,     37499,   0.037",
        "13,    37500,   0.488",
        "1,     499,     0",
        "1,     500,     0.001",
        "1000000, 150000, 150000",
        "9000000000000, 600000000, 5400000000000000",
    })
    void tokensCostTheirPricePerMillionRoundedHalfUpToAThousandthOfAMillionth(long tokens, long price, String cost) {
        assertThat(CallCost.of(input(price), call(new TokenBuckets(tokens, 0, 0, 0, 0, 0), 0, 0)))
                .isEqualTo(Amount.parse(cost));
    }

    @Test
    void theSumIsRoundedOnceAndNotItsParts() {
        ModelPrice price = new ModelPrice(ANY, ANY, 0, 400, 400, 400, 400, 400, 400, 0, 1);

        // 6 × 0.0004 + 10 ms × 1 ÷ 60,000 = 0.00256…, where each part alone is nothing
        assertThat(CallCost.of(price, call(new TokenBuckets(1, 1, 1, 1, 1, 1), 0, 10)))
                .isEqualTo(Amount.parse("0.003"));
    }

    @Test
    void everyBucketToolAndMinuteHasItsOwnPrice() {
        long million = 1_000_000;
        ModelPrice price = new ModelPrice(
                ANY, ANY, 0, million, 2 * million, 3 * million, 4 * million, 5 * million, 6 * million, 7, 60);

        // 1 + 20 + 300 + 4,000 + 50,000 + 600,000 + 3 × 7 + 1.5 minutes × 60
        assertThat(CallCost.of(price, call(BUCKETS, 3, 90_000))).isEqualTo(Amount.of(654_432));
    }

    @Test
    void aCostBeyondTheCountableIsRefusedAndCountsNothing() {
        models(input(Long.MAX_VALUE));

        assertThatThrownBy(
                        () -> meter.record(DEMO, List.of(tokens("big", "gpt", new TokenBuckets(1L << 40, 0, 0, 0, 0)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("big");
        assertThat(ledger.entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"199, 0, 199", "199, 1, 400", "0, 200, 400", "100, 100, 400"})
    void longContextsAreThoseWithSoManyInputTokensCachedOnesIncluded(long input, long cached, long cost) {
        models(
                new ModelPrice("openai", "gpt", 200, 2_000_000, 0, 2_000_000, 2_000_000, 2_000_000, 0, 0, 0),
                new ModelPrice("openai", "gpt", 0, 1_000_000, 0, 1_000_000, 1_000_000, 1_000_000, 0, 0, 0));

        meter.record(DEMO, List.of(tokens("read", "gpt", new TokenBuckets(input, 0, cached, 0, 0, 0))));
        meter.record(DEMO, List.of(tokens("write", "gpt", new TokenBuckets(input, 0, 0, cached, 0, 0))));
        meter.record(DEMO, List.of(tokens("long", "gpt", new TokenBuckets(input, 0, 0, 0, cached, 0))));

        assertThat(ledger.entries())
                .filteredOn(entry -> entry.unit() == Unit.COST)
                .extracting(LedgerEntry::amount)
                .containsExactly(Amount.of(cost), Amount.of(cost), Amount.of(cost));
    }

    @Test
    void theProviderDecidesWhereverTheCallCameFrom() {
        models(new ModelPrice("azure", "gpt", 0, 9_000_000, 0, 0, 0, 0, 0, 0, 0), input(1_000_000));
        Attribution fromTelegram = model("gpt").with(Dimension.CHANNEL, "telegram");
        TokenBuckets one = new TokenBuckets(1, 0, 0, 0, 0, 0);
        meter.record(
                DEMO,
                List.of(
                        event("a", fromTelegram, new Reading.Tokens("openai", one)),
                        event("b", fromTelegram, new Reading.Tokens("azure", one))));

        assertThat(costOf("a")).isEqualTo(Amount.of(1));
        assertThat(costOf("b")).isEqualTo(Amount.of(9));
    }

    @Test
    void aCostIsAFactBesideWhatItIsTheCostOfAndMeasuresNothing() {
        messages("text", "2.5");
        meter.record(DEMO, List.of(event("e", over("telegram", "text"), new Reading.Messages(3)), photo("unpriced")));

        assertThat(ledger.batches).singleElement().satisfies(batch -> assertThat(batch)
                .hasSize(3));
        assertThat(ledger.entries().getLast()).satisfies(entry -> {
            assertThat(entry.source()).isEqualTo("weighhouse:cost/test");
            assertThat(entry.id()).isEqualTo("e");
            assertThat(entry.amount()).isEqualTo(Amount.parse("7.5"));
            assertThat(entry.measures()).isEqualTo(Measures.NONE);
        });
    }

    @Test
    void thePriceBookOfTheEventsTimeDecides() {
        workspaces.savePriceBook(
                DEMO, new PriceBook(NOW, List.of(new MessagePrice(ANY, ANY, ANY, Amount.of(5))), List.of()));
        meter.record(DEMO, List.of(textFrom("", "before", NOW.minusMillis(1)), textFrom("", "then", NOW)));

        assertThat(costOf("before")).isEqualTo(Amount.ZERO);
        assertThat(costOf("then")).isEqualTo(Amount.of(5));
    }

    @Test
    void engagementsAndActiveSubscribersHaveNoPrice() {
        messages(ANY, "5");
        meter.record(
                DEMO,
                List.of(
                        event("e", over("telegram", "click"), new Reading.Engagement(Amount.ZERO)),
                        event("s", over("telegram", "").withSubscriber("u"), new Reading.ActiveSubscriber())));

        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.ZERO);
    }

    @Test
    void aCorrectionCorrectsTheCostToNoneAndToAnother() {
        messages("text", "5");
        meter.record(DEMO, List.of(text("a"), text("b")));
        meter.record(DEMO, List.of(correction("a", "photo", 1), correction("b", "text", 2)));

        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(10));
    }

    @Test
    void aCorrectionOfWhatHadNoCostGivesItOne() {
        messages("text", "5");
        meter.record(DEMO, List.of(photo("a")));
        UsageEvent correction = correction("a", "text", 1);

        assertThat(meter.record(DEMO, List.of(correction)).getFirst().status()).isEqualTo(Receipt.Status.RECORDED);
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(5));
        meter.record(DEMO, List.of(correction));
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(5));
    }

    @Test
    void aCorrectionOfACorrectionIsAboutTheSameCost() {
        messages("text", "5");
        meter.record(DEMO, List.of(photo("a")));
        meter.record(DEMO, List.of(correction("a", "photo", 2)));
        meter.record(DEMO, List.of(correction("fix a", "text", 1)));
        meter.record(
                DEMO,
                List.of(new UsageEvent("test", "last", NOW, over("telegram", "text"), new Reading.Messages(3), "a")));

        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(15));
    }

    @Test
    void whatIsRefusedHasNoCost() {
        messages("text", "5");
        meter.record(DEMO, List.of(photo("a")));

        assertThat(meter.record(DEMO, List.of(text("a"), correction("unheard", "text", 1))))
                .extracting(Receipt::status)
                .containsExactly(Receipt.Status.CONFLICT, Receipt.Status.UNKNOWN_ORIGINAL);
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.ZERO);
    }

    @Test
    void aCorrectionThatIsRefusedLeavesTheCostAsItWas() {
        messages("text", "5");
        meter.record(DEMO, List.of(text("a")));
        UsageEvent inAnotherUnit = new UsageEvent(
                "test", "fix", NOW, model("gpt"), new Reading.Tokens("openai", new TokenBuckets(1, 0, 0, 0, 0)), "a");

        assertThat(meter.record(DEMO, List.of(inAnotherUnit)).getFirst().status())
                .isEqualTo(Receipt.Status.CONFLICT);
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(5));
    }

    @Test
    void withoutAnyPricesACorrectionWritesNoCosts() {
        meter.record(DEMO, List.of(text("a"), correction("a", "photo", 1)));

        assertThat(ledger.entries()).noneMatch(entry -> entry.unit() == Unit.COST);
    }

    @Test
    void moreThanFitsWithTheCostsIsRefused() {
        messages("text", "5");
        List<UsageEvent> events = new ArrayList<>();
        for (int i = 0; i < Ledger.MAX_BATCH / 2; i++) {
            events.add(text("e" + i));
        }
        assertThat(meter.record(DEMO, events)).hasSize(Ledger.MAX_BATCH / 2);
        events.add(photo("one too many"));

        assertThatThrownBy(() -> meter.record(DEMO, events)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.batches).hasSize(1);
    }

    private Amount costOf(String id) {
        return ledger.entries().stream()
                .filter(entry -> entry.unit() == Unit.COST && entry.id().equals(id))
                .map(LedgerEntry::amount)
                .reduce(Amount.ZERO, Amount::plus);
    }

    private void messages(String kind, String each) {
        workspaces.savePriceBook(
                DEMO,
                new PriceBook(Instant.EPOCH, List.of(new MessagePrice(ANY, kind, ANY, Amount.parse(each))), List.of()));
    }

    private void models(ModelPrice... prices) {
        List<ModelPrice> rows = new ArrayList<>(List.of(prices));
        rows.add(FREE_MODEL);
        workspaces.savePriceBook(DEMO, new PriceBook(Instant.EPOCH, List.of(), rows));
    }

    private static ModelPrice input(long price) {
        return new ModelPrice(ANY, ANY, 0, price, 0, 0, 0, 0, 0, 0, 0);
    }

    private static Reading.Tokens call(TokenBuckets buckets, long toolCalls, long millis) {
        return new Reading.Tokens("openai", buckets, toolCalls, millis);
    }

    private static UsageEvent photo(String id) {
        return event(id, over("telegram", "photo"), new Reading.Messages(1));
    }

    private static UsageEvent correction(String corrects, String kind, long quantity) {
        return new UsageEvent(
                "test", "fix " + corrects, NOW, over("telegram", kind), new Reading.Messages(quantity), corrects);
    }
}
