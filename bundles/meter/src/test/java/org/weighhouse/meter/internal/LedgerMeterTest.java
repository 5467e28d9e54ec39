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
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

class LedgerMeterTest extends MeterFixture {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LedgerMeter meter = meter();

    @Test
    void receiptsComeInTheOrderOfTheEvents() {
        meter.record(DEMO, List.of(text("known")));
        List<Receipt> receipts = meter.record(
                DEMO,
                List.of(
                        textFrom("u1", "new", NOW),
                        text("known"),
                        event("known", over("telegram", "photo"), new Reading.Messages(9))));

        assertThat(receipts)
                .extracting(Receipt::status)
                .containsExactly(Receipt.Status.RECORDED, Receipt.Status.DUPLICATE, Receipt.Status.CONFLICT);
    }

    @Test
    void anUnknownWorkspaceChangesNothing() {
        WorkspaceId nobody = new WorkspaceId("nobody");
        Hold hold = new Hold(nobody, held(meter, text()).reservation());
        Amendment amendment = new Amendment("a", "", NOW, List.of(new Amendment.Change.Quantity(0)));

        assertThatThrownBy(() -> meter.record(nobody, List.of(text("fine"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> meter.reserve(nobody, text(), MINUTE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.settle(hold, text())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.observe(nobody, "acc1", "o", text()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.amend(nobody, "telegram", Reference.of("m"), amendment))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.holds).hasSize(1);
    }

    @Test
    void anEventTooFarInTheFutureChangesNothing() {
        Instant limit = NOW.plus(Meter.MAX_AHEAD);
        meter.record(DEMO, List.of(textFrom("", "just", limit)));

        assertThatThrownBy(() -> meter.record(DEMO, List.of(text("fine"), textFrom("", "late", limit.plusMillis(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("late");
        assertThat(ledger.entries()).extracting(LedgerEntry::id).containsExactly("just");
    }

    @Test
    void theOneLimitOfThePastHoldsForEventsAndOccurrences() {
        Instant before = UsageEvent.EARLIEST.minusMillis(1);
        Occurrence old = new Occurrence(before, over("telegram", "text"), new Reading.Messages(1), Reference.NONE);
        Hold hold = held(meter, text());
        meter.record(DEMO, List.of(textFrom("", "just", UsageEvent.EARLIEST)));

        assertThatThrownBy(() -> meter.record(DEMO, List.of(textFrom("", "old", before))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.reserve(DEMO, old, MINUTE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.settle(hold, old)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.observe(DEMO, "acc1", "o", old)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.entries()).hasSize(1);
        assertThat(ledger.holds).containsOnlyKeys(hold.reservation());
    }

    @Test
    void noEventsNeedNoLedger() {
        ledger.down = true;

        assertThat(meter.record(DEMO, List.of())).isEmpty();
    }

    @Test
    void tooManyEventsAreRefused() {
        List<UsageEvent> events = new ArrayList<>();
        for (int i = 0; i <= Ledger.MAX_BATCH; i++) {
            events.add(text("e" + i));
        }

        assertThatThrownBy(() -> meter.record(DEMO, events)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void anOutageIsThrownAsSuch() {
        Hold hold = held(meter, text());
        ledger.down = true;

        assertThatThrownBy(() -> meter.record(DEMO, List.of(text("e")))).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> meter.reserve(DEMO, text(), MINUTE)).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> meter.settle(hold, text())).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> meter.observe(DEMO, "acc1", "o", text()))
                .isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void whatAnObserverSawCountsOnceWhateverItsNameIs() {
        String id = "wamid." + "x".repeat(10_000);
        Occurrence seen = seen(over("telegram", "text"), new Reading.Messages(1), "m1");

        assertThat(meter.observe(DEMO, "acc1", id, seen).status()).isEqualTo(Receipt.Status.RECORDED);
        assertThat(meter.observe(DEMO, "acc1", id, seen).status()).isEqualTo(Receipt.Status.DUPLICATE);
        assertThat(meter.observe(DEMO, "acc2", id, seen).status()).isEqualTo(Receipt.Status.RECORDED);
        assertThat(ledger.entries()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.id().length()).isLessThanOrEqualTo(UsageEvent.MAX_ID_LENGTH);
            assertThat(entry.reference()).isEqualTo(Reference.of("m1"));
        });
        assertThat(ledger.entries().getFirst().source()).isEqualTo("weighhouse:account/acc1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb"})
    void anObserverWithoutAProperNameIsRefused(String observer) {
        assertThatThrownBy(() -> meter.observe(DEMO, observer, "o", text()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.observe(DEMO, "x".repeat(129), "o", text()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.observe(DEMO, "acc1", "", text())).isInstanceOf(IllegalArgumentException.class);
    }
}
