package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;

class EngagementValueTest extends MeterFixture {

    private static final Attribution CLICK = over("telegram", "click");

    private LedgerMeter meter;

    @BeforeEach
    void open() {
        meter = meter();
    }

    @Test
    void whatAnEngagementWasWorthIsCountedBesideItInTheSameBatch() {
        List<Receipt> receipts = meter.record(DEMO, List.of(engagement("test", "a", "12.5"), text("b")));

        assertThat(receipts)
                .extracting(Receipt::status)
                .containsOnly(Receipt.Status.RECORDED)
                .hasSize(2);
        assertThat(ledger.batches).singleElement().satisfies(batch -> assertThat(batch)
                .extracting(Posting::unit)
                .containsExactly(Unit.ENGAGEMENT, Unit.MESSAGE_CREDIT, Unit.ENGAGEMENT_VALUE));
        assertThat(ledger.batches.getFirst().getLast())
                .isEqualTo(Posting.fact(
                        "weighhouse:value/test",
                        "a",
                        NOW,
                        Unit.ENGAGEMENT_VALUE,
                        Amount.parse("12.5"),
                        Measures.NONE,
                        CLICK));
        assertThat(ledger.entries().getFirst().measures()).isEqualTo(Measures.of(1));
    }

    @Test
    void anEngagementReportedTwiceIsWorthOnce() {
        meter.record(DEMO, List.of(engagement("test", "a", "12.5")));

        assertThat(status(engagement("test", "a", "12.5"))).isEqualTo(Receipt.Status.DUPLICATE);
        assertThat(ledger.used(Unit.ENGAGEMENT)).isEqualTo(Amount.of(1));
        assertThat(ledger.used(Unit.ENGAGEMENT_VALUE)).isEqualTo(Amount.parse("12.5"));
    }

    @Test
    void theSameEngagementWithAnotherValueIsAConflict() {
        meter.record(DEMO, List.of(engagement("test", "a", "0"), engagement("test", "b", "3")));

        assertThat(status(engagement("test", "a", "12.5"))).isEqualTo(Receipt.Status.CONFLICT);
        assertThat(status(engagement("test", "b", "0"))).isEqualTo(Receipt.Status.CONFLICT);
        assertThat(ledger.used(Unit.ENGAGEMENT_VALUE)).isEqualTo(Amount.of(3));
    }

    @Test
    void sameIdsOfTwoReportersAreTwoValuesHoweverLongTheirNames() {
        String most = "s".repeat(UsageEvent.MAX_ID_LENGTH - 1);
        meter.record(
                DEMO,
                List.of(
                        engagement("one", "a", "1"),
                        engagement("two", "a", "2"),
                        engagement(most + "1", "a", "4"),
                        engagement(most + "2", "a", "8")));

        assertThat(ledger.used(Unit.ENGAGEMENT_VALUE)).isEqualTo(Amount.of(15));
        assertThat(ledger.entries())
                .allSatisfy(
                        posting -> assertThat(posting.source().length()).isLessThanOrEqualTo(UsageEvent.MAX_ID_LENGTH));
    }

    @Test
    void aCorrectionCarriesTheValueAlongAlsoFromAndToZero() {
        UsageEvent fix = new UsageEvent("test", "fix", NOW, CLICK, new Reading.Engagement(Amount.ZERO), "original");
        meter.record(DEMO, List.of(engagement("test", "original", "0"), fix));

        assertThat(ledger.entries())
                .filteredOn(posting -> posting.unit() == Unit.ENGAGEMENT_VALUE)
                .satisfiesExactly(original -> assertThat(original.id()).isEqualTo("original"), correction -> {
                    assertThat(correction.id()).isEqualTo("fix");
                    assertThat(correction.corrects()).isEqualTo("original");
                    assertThat(correction.source()).isEqualTo("weighhouse:value/test");
                });
    }

    @Test
    void moreEngagementsThanFitWithTheirValuesAreRefused() {
        List<UsageEvent> events = new ArrayList<>();
        for (int i = 0; i < Ledger.MAX_BATCH / 2; i++) {
            events.add(engagement("test", "e" + i, "1"));
        }
        assertThat(meter.record(DEMO, events)).hasSize(Ledger.MAX_BATCH / 2);
        events.add(text("one too many"));

        assertThatThrownBy(() -> meter.record(DEMO, events)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.batches).singleElement().satisfies(batch -> assertThat(batch)
                .hasSize(Ledger.MAX_BATCH));
    }

    private Receipt.Status status(UsageEvent event) {
        return meter.record(DEMO, List.of(event)).getFirst().status();
    }

    private static UsageEvent engagement(String source, String id, String value) {
        return UsageEvent.of(source, id, NOW, CLICK, new Reading.Engagement(Amount.parse(value)));
    }
}
