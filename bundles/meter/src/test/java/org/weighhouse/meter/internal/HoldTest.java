package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;

class HoldTest extends MeterFixture {

    private static final WorkspaceId OTHER = new WorkspaceId("other");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Occurrence PHOTOS = seen(over("telegram", "photo"), new Reading.Messages(3), "m1");

    private final LedgerMeter meter = meter();

    @Test
    void aReservationHoldsTheRatedEstimate() {
        Decision decision = meter.reserve(DEMO, PHOTOS, MINUTE);

        assertThat(ledger.holds.values()).singleElement().satisfies(hold -> {
            assertThat(hold.amounts()).isEqualTo(Map.of(Unit.MESSAGE_CREDIT, Amount.parse("4.5")));
            assertThat(hold.timeout()).isEqualTo(MINUTE);
            assertThat(decision).isEqualTo(new Decision.Allowed(new Hold(DEMO, hold.id())));
        });
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void whatHasAPriceHoldsMoneyInTheSameReservation() {
        price("0.5");
        meter.reserve(DEMO, PHOTOS, MINUTE);

        assertThat(ledger.holds.values()).singleElement().satisfies(hold -> assertThat(hold.amounts())
                .isEqualTo(Map.of(Unit.MESSAGE_CREDIT, Amount.parse("4.5"), Unit.COST, Amount.parse("1.5"))));
    }

    @Test
    void aRefusalNamesWhatIsMissing() {
        ReserveOutcome.Refused shortage = new ReserveOutcome.Refused(Unit.COST, Amount.of(1), Amount.ZERO, Instant.MAX);
        ledger.reserveAnswer = Optional.of(CompletableFuture.completedFuture(shortage));

        assertThat(meter.reserve(DEMO, text(), MINUTE)).isEqualTo(new Decision.Refused(shortage));
    }

    @Test
    void tooManyOpenHoldsAreARefusalOfTheirOwn() {
        ledger.reserveAnswer = Optional.of(CompletableFuture.completedFuture(new ReserveOutcome.TooMany()));

        assertThat(meter.reserve(DEMO, text(), MINUTE)).isEqualTo(new Decision.TooManyHolds());
    }

    @Test
    void aHoldThatComesTooLateIsGivenBack() {
        CompletableFuture<ReserveOutcome> late = new CompletableFuture<>();
        ledger.reserveAnswer = Optional.of(late);
        LedgerMeter impatient = meter(0, Duration.ofSeconds(1));
        assertThatThrownBy(() -> impatient.reserve(DEMO, text(), MINUTE))
                .isInstanceOf(LedgerUnavailableException.class);
        late.complete(new ReserveOutcome.Held(ledger.holds.keySet().iterator().next(), NOW));

        assertThat(ledger.holds).isEmpty();
    }

    @Test
    void settlingCountsUnderTheHoldsOwnIdAndKeepsThePlatformsNameAsReference() {
        price("0.5");
        Hold hold = held(meter, text());

        assertThat(meter.settle(hold, PHOTOS)).isEqualTo(SettleOutcome.SETTLED);
        assertThat(ledger.holds).isEmpty();
        assertThat(ledger.entries())
                .extracting(LedgerEntry::source)
                .containsExactly("weighhouse:gateway", "weighhouse:cost/weighhouse:gateway");
        assertThat(ledger.entries()).allSatisfy(entry -> {
            assertThat(entry.id()).isEqualTo(hold.reservation().toString());
            assertThat(entry.reference()).isEqualTo(Reference.of("m1"));
        });
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.parse("1.5"));
    }

    @Test
    void answersWithTheSameNameAreCountedEach() {
        for (int i = 0; i < 3; i++) {
            assertThat(meter.settle(held(meter, text()), PHOTOS)).isEqualTo(SettleOutcome.SETTLED);
        }

        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.parse("13.5"));
    }

    @Test
    void settlingTwiceCountsOnce() {
        Hold hold = held(meter, text());
        meter.settle(hold, PHOTOS);

        assertThat(meter.settle(hold, PHOTOS)).isEqualTo(SettleOutcome.ALREADY_POSTED);
        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.parse("4.5"));
    }

    @Test
    void whatHappenedAfterItsHoldExpiredIsCountedOnceAllTheSame() {
        Hold hold = held(meter, text());
        ledger.expire(hold.reservation());

        assertThat(meter.settle(hold, PHOTOS)).isEqualTo(SettleOutcome.EXPIRED);
        assertThat(meter.settle(hold, PHOTOS)).isEqualTo(SettleOutcome.COUNTED_BEFORE);
        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.parse("4.5"));
    }

    @Test
    void voidingEndsTheHoldAndCountsNothing() {
        Hold hold = held(meter, text());

        assertThat(meter.voidHold(hold)).isEqualTo(SettleOutcome.SETTLED);
        assertThat(meter.settle(hold, PHOTOS)).isEqualTo(SettleOutcome.ALREADY_VOIDED);
        assertThat(ledger.holds).isEmpty();
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void anUnknownHoldIsToldAndNothingIsCountedNotEvenItsSubscriber() {
        Hold unknown = new Hold(DEMO, UUID.randomUUID());
        Occurrence actual = seen(over("telegram", "text").withSubscriber("u1"), new Reading.Messages(1), "m1");

        assertThat(meter.settle(unknown, actual)).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(meter.voidHold(unknown)).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(ledger.entries()).isEmpty();
        meter.observe(DEMO, "acc1", unknown.reservation().toString(), actual);
        assertThat(ledger.used(Unit.SUBSCRIBER)).isEqualTo(Amount.of(1));
    }

    @Test
    void aHoldIsNotFoundByAnotherWorkspaceAndStays() {
        workspaces.save(new Workspace(OTHER, "Other", ZoneOffset.UTC, "free"));
        Hold stolen = new Hold(OTHER, held(meter, text()).reservation());

        assertThat(meter.settle(stolen, text())).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(meter.voidHold(stolen)).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.holds).hasSize(1);
    }

    private void price(String each) {
        workspaces.savePriceBook(
                DEMO,
                new PriceBook(
                        Instant.EPOCH,
                        List.of(new PriceBook.MessagePrice("telegram", RateCard.ANY, RateCard.ANY, Amount.parse(each))),
                        List.of()));
    }
}
