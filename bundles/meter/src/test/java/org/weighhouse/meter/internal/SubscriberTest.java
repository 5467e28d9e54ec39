package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.meter.Hold;

class SubscriberTest extends MeterFixture {

    /** Midnight of the first of June in Kiritimati, still the 31st of May in UTC. */
    private static final Instant JUNE = Instant.parse("2026-05-31T10:00:00Z");

    @Test
    void aSubscriberIsCountedOnceAMonthWhateverTheEvents() {
        LedgerMeter meter = meter();
        List<Receipt> receipts = meter.record(
                DEMO,
                List.of(
                        textFrom("u1", "a", NOW),
                        textFrom("u1", "b", NOW),
                        textFrom("u2", "c", NOW),
                        textFrom("", "d", NOW)));
        meter.record(DEMO, List.of(textFrom("u1", "e", NOW.plusSeconds(5))));

        assertThat(receipts)
                .extracting(Receipt::status)
                .containsOnly(Receipt.Status.RECORDED)
                .hasSize(4);
        assertThat(ledger.used(Unit.SUBSCRIBER)).isEqualTo(Amount.of(2));
        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.of(5));
    }

    @Test
    void aMeterThatForgotAsksTheLedgerWhichCountsOnceAnyway() {
        meter().record(DEMO, List.of(textFrom("u1", "a", NOW)));
        LedgerMeter restarted = meter(0, Duration.ofSeconds(30));
        restarted.record(DEMO, List.of(textFrom("u1", "b", NOW.plusSeconds(5))));
        restarted.record(DEMO, List.of(textFrom("u1", "c", NOW.plusSeconds(9))));

        assertThat(ledger.batches).allSatisfy(batch -> assertThat(batch).hasSize(2));
        assertThat(ledger.used(Unit.SUBSCRIBER)).isEqualTo(Amount.of(1));
    }

    @Test
    void aSubscriberThatIsKnownToBeCountedSparesTheLedger() {
        LedgerMeter meter = meter();
        meter.record(DEMO, List.of(textFrom("u1", "a", NOW)));
        meter.record(DEMO, List.of(textFrom("u1", "b", NOW)));

        assertThat(ledger.batches).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void monthsAreThoseOfTheWorkspacesZone() {
        LedgerMeter meter = meter();
        meter.record(DEMO, List.of(textFrom("u1", "may", JUNE.minusMillis(1)), textFrom("u1", "june", JUNE)));

        assertThat(ledger.entries())
                .filteredOn(posting -> posting.unit() == Unit.SUBSCRIBER)
                .extracting(LedgerEntry::id)
                .containsExactly("2026-05/u1", "2026-06/u1");
    }

    @Test
    void aFailedCallIsNotRememberedAsCounted() {
        LedgerMeter meter = meter();
        ledger.down = true;
        assertThatThrownBy(() -> meter.record(DEMO, List.of(textFrom("u1", "a", NOW))))
                .isInstanceOf(RuntimeException.class);
        ledger.down = false;
        meter.record(DEMO, List.of(textFrom("u1", "a", NOW)));

        assertThat(ledger.used(Unit.SUBSCRIBER)).isEqualTo(Amount.of(1));
    }

    @Test
    void aSettledEventCountsItsSubscriberToo() {
        LedgerMeter meter = meter();
        Occurrence seen = seen(over("telegram", "text").withSubscriber("u1"), new Reading.Messages(1), "m1");
        Hold hold = held(meter, seen);
        meter.settle(hold, seen);

        assertThat(ledger.entries())
                .extracting(LedgerEntry::id)
                .containsExactly(hold.reservation().toString(), "2026-06/u1");
        assertThat(ledger.entries().getLast()).satisfies(entry -> {
            assertThat(entry.measures()).isEqualTo(Measures.of(1));
            assertThat(entry.reference()).isEqualTo(Reference.NONE);
        });
    }

    @Test
    void anActiveSubscriberIsOneAndReportingItAgainAddsNothing() {
        LedgerMeter meter = meter();
        meter.record(DEMO, List.of(active("a", "u1"), active("b", "u1"), active("c", "u2"), textFrom("u2", "d", NOW)));

        assertThat(ledger.used(Unit.SUBSCRIBER)).isEqualTo(Amount.of(2));
        assertThat(meter.record(DEMO, List.of(active("a", "u1"))))
                .extracting(Receipt::status)
                .containsExactly(Receipt.Status.DUPLICATE);
    }

    @Test
    void anActiveSubscriberWithoutANameIsRefused() {
        LedgerMeter meter = meter();

        assertThatThrownBy(() -> meter.record(DEMO, List.of(active("a", ""))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weighhouse:subscriber", "weighhouse:value/test", "weighhouse:gateway", "weighhouse:"})
    void nobodyElseReportsUnderTheMetersOwnSources(String source) {
        LedgerMeter meter = meter();
        UsageEvent forged = UsageEvent.of(source, "2026-06/u1", NOW, over("telegram", "text"), new Reading.Messages(1));

        assertThatThrownBy(() -> meter.record(DEMO, List.of(forged))).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void aFullBatchKeepsItsEventsTogetherAndItsSubscribersFollow() {
        List<UsageEvent> events = new ArrayList<>();
        for (int i = 0; i < Ledger.MAX_BATCH; i++) {
            events.add(textFrom("u" + i, "e" + i, NOW));
        }
        List<Receipt> receipts = meter(100_000, Duration.ofSeconds(30)).record(DEMO, events);

        assertThat(receipts).hasSize(Ledger.MAX_BATCH);
        assertThat(ledger.batches).hasSize(2);
        assertThat(ledger.batches.getFirst()).allMatch(posting -> posting.unit() == Unit.MESSAGE_CREDIT);
        assertThat(ledger.used(Unit.SUBSCRIBER)).isEqualTo(Amount.of(Ledger.MAX_BATCH));
    }

    @Test
    void theMemoryOfCountedSubscribersIsBounded() {
        CountedSubscribers counted = new CountedSubscribers(100);
        for (int i = 0; i < 1_000; i++) {
            counted.add(new CountedSubscribers.Key(DEMO, "s" + i));
        }
        long kept = java.util.stream.IntStream.range(0, 1_000)
                .filter(i -> counted.contains(new CountedSubscribers.Key(DEMO, "s" + i)))
                .count();

        assertThat(kept).isBetween(50L, 100L);
        assertThat(counted.contains(new CountedSubscribers.Key(DEMO, "s999"))).isTrue();
    }

    private static UsageEvent active(String id, String subscriber) {
        return event(id, over("telegram", "").withSubscriber(subscriber), new Reading.ActiveSubscriber());
    }
}
