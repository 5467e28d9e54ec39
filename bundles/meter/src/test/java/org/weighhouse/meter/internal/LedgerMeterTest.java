package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

class LedgerMeterTest extends MeterFixture {

    private static final WorkspaceId OTHER = new WorkspaceId("other");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aReservationHoldsTheRatedEstimate() {
        Decision decision = meter().reserve(event("e", over("telegram", "photo"), new Reading.Messages(3, "")), MINUTE);

        assertThat(ledger.holds.values()).singleElement().satisfies(hold -> {
            assertThat(hold.amounts()).isEqualTo(Map.of(Unit.MESSAGE_CREDIT, Amount.parse("4.5")));
            assertThat(hold.timeout()).isEqualTo(MINUTE);
            assertThat(decision).isEqualTo(new Decision.Allowed(new Hold(DEMO, hold.id())));
        });
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void aRefusalNamesWhatIsMissing() {
        ReserveOutcome.Refused shortage =
                new ReserveOutcome.Refused(Unit.MESSAGE_CREDIT, Amount.of(1), Amount.ZERO, Instant.MAX);
        ledger.reserveAnswer = CompletableFuture.completedFuture(shortage);

        assertThat(meter().reserve(text("e"), MINUTE)).isEqualTo(new Decision.Refused(shortage));
    }

    @Test
    void aHoldThatComesTooLateIsGivenBack() {
        ledger.reserveAnswer = new CompletableFuture<>();
        LedgerMeter meter = meter(0, Duration.ofSeconds(1));
        assertThatThrownBy(() -> meter.reserve(text("e"), MINUTE)).isInstanceOf(LedgerUnavailableException.class);
        UUID id = ledger.holds.keySet().iterator().next();
        ledger.reserveAnswer.complete(new ReserveOutcome.Held(id, NOW));

        assertThat(ledger.holds).isEmpty();
    }

    @Test
    void settlingEndsTheHoldAndCountsWhatHappened() {
        LedgerMeter meter = meter();
        Decision.Allowed allowed = (Decision.Allowed) meter.reserve(text("estimate"), MINUTE);

        assertThat(meter.settle(allowed.hold(), text("actual"))).isEqualTo(SettleOutcome.SETTLED);
        assertThat(ledger.holds).isEmpty();
        assertThat(ledger.entries()).extracting(Posting::id).containsExactly("actual");
    }

    @Test
    void releasingEndsTheHoldAndCountsNothing() {
        LedgerMeter meter = meter();
        Decision.Allowed allowed = (Decision.Allowed) meter.reserve(text("estimate"), MINUTE);

        assertThat(meter.release(allowed.hold())).isEqualTo(SettleOutcome.SETTLED);
        assertThat(ledger.holds).isEmpty();
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void anUnknownHoldIsToldAndNothingIsCounted() {
        LedgerMeter meter = meter();
        Hold unknown = new Hold(DEMO, UUID.randomUUID());

        assertThat(meter.settle(unknown, textFrom("u1", "actual", NOW))).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(meter.release(unknown)).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void recordingWhatHadAnUnknownHoldCountsItsSubscriberToo() {
        LedgerMeter meter = meter();
        UsageEvent actual = textFrom("u1", "actual", NOW);
        meter.settle(new Hold(DEMO, UUID.randomUUID()), actual);
        meter.record(List.of(actual));

        assertThat(ledger.entries()).extracting(Posting::id).containsExactly("actual", "2026-06/u1");
    }

    @Test
    void aHoldIsNotFoundByAnotherWorkspaceAndStays() {
        workspaces.save(new Workspace(OTHER, "Other", ZoneOffset.UTC, "free"));
        LedgerMeter meter = meter();
        Decision.Allowed allowed = (Decision.Allowed) meter.reserve(text("estimate"), MINUTE);
        Hold stolen = new Hold(OTHER, allowed.hold().reservation());
        UsageEvent theirs =
                UsageEvent.of(OTHER, "test", "e", NOW, over("telegram", "text"), new Reading.Messages(1, ""));

        assertThat(meter.settle(stolen, theirs)).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(meter.release(stolen)).isEqualTo(SettleOutcome.UNKNOWN);
        assertThatThrownBy(() -> meter.settle(allowed.hold(), theirs)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.holds).hasSize(1);
    }

    @Test
    void receiptsComeInTheOrderOfTheEvents() {
        LedgerMeter meter = meter();
        meter.record(List.of(text("known")));
        List<Receipt> receipts = meter.record(List.of(
                textFrom("u1", "new", NOW),
                text("known"),
                event("known", over("telegram", "photo"), new Reading.Messages(9, ""))));

        assertThat(receipts)
                .extracting(Receipt::status)
                .containsExactly(Receipt.Status.RECORDED, Receipt.Status.DUPLICATE, Receipt.Status.CONFLICT);
    }

    @Test
    void anUnknownWorkspaceAmongManyChangesNothing() {
        LedgerMeter meter = meter();
        UsageEvent stray = UsageEvent.of(
                new WorkspaceId("nobody"), "test", "e", NOW, over("telegram", "text"), new Reading.Messages(1, ""));

        assertThatThrownBy(() -> meter.record(List.of(text("fine"), stray)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> meter.reserve(stray, MINUTE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.holds).isEmpty();
    }

    @Test
    void anEventTooFarInTheFutureChangesNothing() {
        LedgerMeter meter = meter();
        Instant limit = NOW.plus(Meter.MAX_AHEAD);
        meter.record(List.of(textFrom("", "just", limit)));

        assertThatThrownBy(() -> meter.record(List.of(text("fine"), textFrom("", "late", limit.plusMillis(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("late");
        assertThat(ledger.entries()).extracting(Posting::id).containsExactly("just");
    }

    @Test
    void noEventsNeedNoLedger() {
        LedgerMeter meter = meter();
        ledger.down = true;

        assertThat(meter.record(List.of())).isEmpty();
    }

    @Test
    void tooManyEventsAreRefused() {
        List<UsageEvent> events = new ArrayList<>();
        for (int i = 0; i <= Ledger.MAX_BATCH; i++) {
            events.add(text("e" + i));
        }

        assertThatThrownBy(() -> meter().record(events)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void anOutageIsThrownAsSuch() {
        LedgerMeter meter = meter();
        Decision.Allowed allowed = (Decision.Allowed) meter.reserve(text("e"), MINUTE);
        ledger.down = true;

        assertThatThrownBy(() -> meter.record(List.of(text("e")))).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> meter.reserve(text("e"), MINUTE)).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> meter.settle(allowed.hold(), text("e")))
                .isInstanceOf(LedgerUnavailableException.class);
    }
}
