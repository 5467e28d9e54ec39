package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.RateCard.MessageRate;
import org.weighhouse.api.catalog.RateCard.TokenRate;
import org.weighhouse.api.ledger.LedgerEntry;

class RatingTest extends MeterFixture {

    private static final String ANY = RateCard.ANY;
    private static final TokenBuckets BUCKETS = new TokenBuckets(1_000, 200, 30, 4, 50, 7);

    private LedgerMeter meter;

    @BeforeEach
    void open() {
        meter = meter();
    }

    @ParameterizedTest
    @CsvSource({
        "telegram, text,    1, 1",
        "telegram, photo,   1, 1.5",
        "telegram, photo,   3, 4.5",
        "telegram, unheard, 2, 2",
        "unheard,  photo,   2, 2",
        "telegram, photo,   1000000, 1500000",
        "telegram, text,    0, 0",
    })
    void withoutARateCardTheChannelsKindDecidesAndElseItIsOne(
            String channel, String kind, long quantity, String credits) {
        assertThat(cost(event("e", over(channel, kind), new Reading.Messages(quantity))))
                .isEqualTo(Amount.parse(credits));
    }

    @ParameterizedTest
    @CsvSource({
        "telegram, photo, DE, 0.001",
        "telegram, photo, '', 7",
        "telegram, photo, FR, 7",
        "telegram, text,  DE, 3.333",
        "telegram, text,  '', 1",
        "whatsapp, text,  DE, 3.333",
        "whatsapp, text,  FR, 1",
    })
    void theFirstMatchingRowOfTheRateCardDecides(String channel, String kind, String market, String credits) {
        workspaces.saveRateCard(
                DEMO,
                new RateCard(
                        Instant.EPOCH,
                        List.of(
                                new MessageRate("telegram", "photo", "DE", Amount.parse("0.001")),
                                new MessageRate("telegram", "photo", ANY, Amount.of(7)),
                                new MessageRate(ANY, ANY, "DE", Amount.parse("3.333")),
                                new MessageRate("telegram", "photo", "DE", Amount.of(99))),
                        List.of()));

        assertThat(cost(event("e", in(market, channel, kind), new Reading.Messages(1))))
                .isEqualTo(Amount.parse(credits));
        assertThat(cost(event("many", in(market, channel, kind), new Reading.Messages(1_000_000))))
                .isEqualTo(Amount.parse(credits).times(1_000_000));
    }

    @Test
    void aFreeRowIsAPriceAndNotAMissingOne() {
        workspaces.saveRateCard(
                DEMO, new RateCard(Instant.EPOCH, List.of(new MessageRate(ANY, ANY, ANY, Amount.ZERO)), List.of()));

        assertThat(cost(text("e"))).isEqualTo(Amount.ZERO);
    }

    @Test
    void theRateCardOfTheEventsTimeDecides() {
        workspaces.saveRateCard(
                DEMO, new RateCard(NOW, List.of(new MessageRate(ANY, ANY, ANY, Amount.of(5))), List.of()));

        assertThat(cost(textFrom("", "before", NOW.minusMillis(1)))).isEqualTo(Amount.of(1));
        assertThat(cost(textFrom("", "from then", NOW))).isEqualTo(Amount.of(5));
    }

    @Test
    void tokensCostOneEachWithoutARateCard() {
        assertThat(cost(tokens("e", "gpt", BUCKETS))).isEqualTo(Amount.of(1_291));
    }

    @Test
    void everyBucketHasItsOwnWeight() {
        Amount tenth = Amount.parse("0.1");
        workspaces.saveRateCard(
                DEMO,
                new RateCard(
                        Instant.EPOCH,
                        List.of(),
                        List.of(
                                new TokenRate(
                                        "gpt",
                                        Amount.of(1),
                                        Amount.of(4),
                                        tenth,
                                        Amount.parse("1.25"),
                                        Amount.of(2),
                                        Amount.ZERO),
                                new TokenRate(ANY, tenth, tenth, tenth, tenth, tenth, tenth))));

        // 1000 × 1 + 200 × 4 + 30 × 0.1 + 4 × 1.25 + 50 × 2 + 7 × 0
        assertThat(cost(tokens("named", "gpt", BUCKETS))).isEqualTo(Amount.of(1_908));
        assertThat(cost(tokens("other", "claude", BUCKETS))).isEqualTo(Amount.parse("129.1"));
    }

    @Test
    void theBucketsGoToTheLedgerAsTheyCame() {
        meter.record(DEMO, List.of(tokens("e", "gpt", BUCKETS)));

        assertThat(ledger.entries())
                .singleElement()
                .extracting(LedgerEntry::measures)
                .isEqualTo(new Measures(1, 0, 0, BUCKETS));
    }

    @Test
    void anEngagementCountsOnce() {
        meter.record(DEMO, List.of(event("e", over("telegram", "click"), new Reading.Engagement(Amount.of(250)))));

        assertThat(ledger.used(Unit.ENGAGEMENT)).isEqualTo(Amount.of(1));
    }

    @Test
    void aCostBeyondTheCountableIsRefusedAndCountsNothing() {
        assertThatThrownBy(() -> meter.record(
                        DEMO,
                        List.of(
                                text("fine"),
                                tokens("big", "gpt", new TokenBuckets(Long.MAX_VALUE / 1_000 + 1, 0, 0, 0, 0)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("big");
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void aCorrectionIsPassedOnAsOne() {
        Attribution attribution = over("telegram", "photo").withSubscriber("u1");
        meter.record(DEMO, List.of(text("original")));
        meter.record(
                DEMO, List.of(new UsageEvent("test", "fix", NOW, attribution, new Reading.Messages(2), "original")));

        assertThat(ledger.entries()).extracting(LedgerEntry::id).containsExactly("original", "fix", "fix");
        assertThat(ledger.entries().getLast()).satisfies(entry -> {
            assertThat(entry.corrects()).isEqualTo("original");
            assertThat(entry.amount()).isEqualTo(Amount.of(3));
            assertThat(entry.attribution()).isEqualTo(attribution);
        });
    }

    private static Attribution in(String market, String channel, String kind) {
        return over(channel, kind).with(Dimension.MARKET, market);
    }

    private Amount cost(UsageEvent event) {
        meter.record(DEMO, List.of(event));
        return ledger.entries().getLast().amount();
    }
}
