package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;
import static org.weighhouse.ledger.internal.engine.TestLedger.parts;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.database.Dialect;

@ParameterizedClass
@EnumSource(Dialect.class)
class HoldTest {

    @Parameter
    Dialect dialect;

    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(dialect);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private final UUID hold = UUID.randomUUID();

    @Test
    void twoHundredAtOnceGetExactlyTheLastFifty() {
        for (int round = 0; round < 10; round++) {
            WorkspaceId workspace = new WorkspaceId("round" + round);
            ledger.terms(workspace, "UTC", 50, Allowance.Limit.HARD, false);

            List<CompletableFuture<ReserveOutcome>> asked = IntStream.range(0, 200)
                    .parallel()
                    .mapToObj(i -> ledger.engine().reserve(TestLedger.reservation(workspace, UUID.randomUUID(), 1)))
                    .toList();
            long held = asked.stream()
                    .map(CompletableFuture::join)
                    .filter(ReserveOutcome.Held.class::isInstance)
                    .count();

            assertThat(held).isEqualTo(50);
            assertThat(ledger.engine()
                            .queries()
                            .balance(workspace, CREDIT, ledger.clock.instant())
                            .reserved())
                    .isEqualTo(Amount.of(50));
        }
    }

    @Test
    void theLastThousandthIsHeldAndNotOneMore() {
        ledger.hardLimit(1);

        assertThat(reserveMilli(1_001)).isInstanceOf(ReserveOutcome.Refused.class);
        assertThat(reserveMilli(999)).isInstanceOf(ReserveOutcome.Held.class);
        assertThat(reserveMilli(2)).isInstanceOf(ReserveOutcome.Refused.class);
        assertThat(reserveMilli(1)).isInstanceOf(ReserveOutcome.Held.class);
    }

    @Test
    void aWorkspaceMayHaveHalfOfTheOpenHoldsWhateverTheyHold() {
        ledger.close();
        ledger = new TestLedger(dialect, UnaryOperator.identity(), TestLedger.MANY_CHECKPOINTS.withMaxOpenHolds(20));
        List<UUID> open = new ArrayList<>();
        while (reserveNothing(ACME, open)) {
            assertThat(open).hasSizeLessThanOrEqualTo(10);
        }
        assertThat(open).hasSize(10);

        // After a restart it is as before: what is open was counted, and no more gets in.
        ledger.restart();
        assertThat(reserveNothing(ACME, open)).isFalse();
        WorkspaceId other = new WorkspaceId("other");
        List<UUID> others = new ArrayList<>();
        while (reserveNothing(other, others)) {
            assertThat(others).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(others).hasSize(5);

        // A hold that was given is still known under its id, and one that ends makes room.
        UUID first = open.getFirst();
        assertThat(reserveNothing(ACME, first)).isInstanceOf(ReserveOutcome.Held.class);
        for (int i = 0; i < 3; i++) {
            assertThat(ledger.engine().voidHold(ACME, open.get(i)).join()).isEqualTo(SettleOutcome.SETTLED);
        }
        assertThat(reserveNothing(ACME, new ArrayList<>())).isTrue();
        ledger.clock.advance(Duration.ofHours(1));
        assertThat(reserveNothing(ACME, new ArrayList<>())).isTrue();
    }

    private boolean reserveNothing(WorkspaceId workspace, List<UUID> open) {
        UUID id = UUID.randomUUID();
        boolean held = reserveNothing(workspace, id) instanceof ReserveOutcome.Held;
        if (held) {
            open.add(id);
        }
        return held;
    }

    private ReserveOutcome reserveNothing(WorkspaceId workspace, UUID id) {
        Reservation nothing = new Reservation(id, workspace, Map.of(CREDIT, Amount.ZERO), Duration.ofMinutes(1));
        return ledger.engine().reserve(nothing).join();
    }

    private ReserveOutcome reserveMilli(long milli) {
        return ledger.engine()
                .reserve(new Reservation(
                        UUID.randomUUID(), ACME, Map.of(CREDIT, new Amount(milli)), Duration.ofMinutes(1)))
                .join();
    }

    @Test
    void aRefusalSaysWhatThereIsAndWhenItRenews() {
        ledger.hardLimit(10);
        ledger.record("m", "2026-11-23T09:00:00Z", 8);

        assertThat(ledger.reserve(hold, 3))
                .isEqualTo(new ReserveOutcome.Refused(
                        CREDIT, Amount.of(3), Amount.of(2), Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void aSoftLimitAndNoLimitNeverRefuse() {
        assertThat(ledger.reserve(UUID.randomUUID(), 1_000)).isInstanceOf(ReserveOutcome.Held.class);
        ledger.softLimit(1);
        assertThat(ledger.reserve(UUID.randomUUID(), 1_000)).isInstanceOf(ReserveOutcome.Held.class);
    }

    @Test
    void postingLessGivesTheRestBack() {
        ledger.hardLimit(100);
        ledger.reserve(hold, 40);
        assertThat(parts(ledger.balance())).containsExactly(0L, 40L, 60L, 0L);

        assertThat(ledger.post(hold, posting("m", "2026-11-23T10:00:00Z", 15))).isEqualTo(SettleOutcome.SETTLED);

        assertThat(parts(ledger.balance())).containsExactly(15L, 0L, 85L, 0L);
    }

    @Test
    void postingMoreThanThereIsCountsAllOfItAndShowsOverage() {
        ledger.hardLimit(100);
        ledger.reserve(hold, 90);

        ledger.post(hold, posting("m", "2026-11-23T10:00:00Z", 130));

        assertThat(parts(ledger.balance())).containsExactly(130L, 0L, 0L, 30L);
    }

    @Test
    void settlingTwiceCountsOnceAlsoAfterARestart() {
        ledger.hardLimit(100);
        ledger.reserve(hold, 10);
        ledger.restart();
        ledger.post(hold, posting("m", "2026-11-23T10:00:00Z", 10));
        ledger.restart();

        assertThat(ledger.post(hold, posting("n", "2026-11-23T10:00:00Z", 10))).isEqualTo(SettleOutcome.ALREADY_POSTED);
        assertThat(ledger.engine().voidHold(ACME, hold).join()).isEqualTo(SettleOutcome.ALREADY_POSTED);
        assertThat(parts(ledger.balance())).containsExactly(10L, 0L, 90L, 0L);
    }

    @Test
    void voidingGivesEverythingBack() {
        ledger.hardLimit(100);
        ledger.reserve(hold, 100);

        assertThat(ledger.engine().voidHold(ACME, hold).join()).isEqualTo(SettleOutcome.SETTLED);
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 100L, 0L);
    }

    @Test
    void aHoldNobodyMadeIsUnknown() {
        assertThat(ledger.engine().voidHold(ACME, hold).join()).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(ledger.post(hold, posting("m", "2026-11-23T10:00:00Z", 10))).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(ledger.balance().used()).isEqualTo(Amount.ZERO);
    }

    @Test
    void voidingTwiceGivesBackOnceAndALaterPostIsToldSo() {
        ledger.hardLimit(100);
        ledger.reserve(hold, 40);
        ledger.engine().voidHold(ACME, hold).join();
        ledger.restart();

        assertThat(ledger.engine().voidHold(ACME, hold).join()).isEqualTo(SettleOutcome.ALREADY_VOIDED);
        assertThat(ledger.post(hold, posting("m", "2026-11-23T10:00:00Z", 40))).isEqualTo(SettleOutcome.ALREADY_VOIDED);
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 100L, 0L);
    }

    @Test
    void aHoldOfAnotherWorkspaceIsUnknownAndStaysAsItIs() {
        ledger.hardLimit(100);
        ledger.reserve(hold, 40);
        String before = ledger.engine().stateHash();

        assertThatAnotherWorkspaceDoesNotFindIt();
        assertThat(ledger.engine().stateHash()).isEqualTo(before);
        assertThat(parts(ledger.balance())).containsExactly(0L, 40L, 60L, 0L);
        assertThat(ledger.engine().voidHold(ACME, hold).join()).isEqualTo(SettleOutcome.SETTLED);
        ledger.restart();

        assertThatAnotherWorkspaceDoesNotFindIt();
    }

    @Test
    void anExpiredHoldOfAnotherWorkspaceIsUnknownToo() {
        ledger.reserve(hold, 40);
        ledger.clock.advance(Duration.ofHours(1));
        ledger.restart();
        ledger.engine().wake().join();

        assertThatAnotherWorkspaceDoesNotFindIt();
    }

    private void assertThatAnotherWorkspaceDoesNotFindIt() {
        WorkspaceId other = new WorkspaceId("other");
        List<Posting> used = List.of(posting("m", "2026-11-23T10:00:00Z", 40));
        assertThat(ledger.engine()
                        .post(other, hold, used, Dossier.Basis.NO_AMENDMENTS)
                        .join())
                .isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(ledger.engine().voidHold(other, hold).join()).isEqualTo(SettleOutcome.UNKNOWN);
        assertThat(ledger.engine()
                        .queries()
                        .balance(other, CREDIT, ledger.clock.instant())
                        .used())
                .isEqualTo(Amount.ZERO);
    }

    @Test
    void twoWorkspacesMayUseTheSameIdForAHold() {
        WorkspaceId other = new WorkspaceId("other");
        ledger.terms(other, "UTC", 100, Allowance.Limit.HARD, false);
        ledger.hardLimit(100);
        ledger.reserve(hold, 40);
        ledger.engine().reserve(TestLedger.reservation(other, hold, 70)).join();
        ledger.engine().voidHold(ACME, hold).join();
        ledger.restart();

        assertThat(ledger.balance().reserved()).isEqualTo(Amount.ZERO);
        assertThat(ledger.engine()
                        .queries()
                        .balance(other, CREDIT, ledger.clock.instant())
                        .reserved())
                .isEqualTo(Amount.of(70));
    }

    @Test
    void reservingTheSameIdAgainAnswersAsTheFirstTime() {
        ledger.hardLimit(100);
        ReserveOutcome first = ledger.reserve(hold, 60);
        ledger.clock.advance(Duration.ofMinutes(1));

        assertThat(ledger.reserve(hold, 60)).isEqualTo(first);
        ledger.engine().voidHold(ACME, hold).join();
        ledger.restart();
        assertThat(ledger.reserve(hold, 60)).isEqualTo(first);
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 100L, 0L);
    }

    @Test
    void aHoldExpiresAtItsTimeOutAndNotBefore() {
        ledger.hardLimit(100);
        ledger.reserve(hold, 60);

        ledger.clock.advance(Duration.ofMinutes(5).minusNanos(1_000));
        ledger.engine().wake().join();
        assertThat(parts(ledger.balance())).containsExactly(0L, 60L, 40L, 0L);

        ledger.clock.advance(Duration.ofNanos(1_000));
        ledger.engine().wake().join();
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 100L, 0L);
    }

    @Test
    void aHoldExpiresWithoutAnybodyAsking() throws InterruptedException {
        LinkedBlockingQueue<WorkspaceId> changes = new LinkedBlockingQueue<>();
        ledger.engine().queries().subscribe(changes::add);
        ledger.hardLimit(100);
        ledger.reserve(hold, 60);

        ledger.clock.advance(Duration.ofMinutes(5));

        while (!ledger.balance().reserved().isZero()) {
            assertThat(changes.poll(10, TimeUnit.SECONDS)).isEqualTo(ACME);
        }
    }

    @Test
    void aHoldThatExpiredWhileTheLedgerWasDownIsGivenBackAtItsStart() {
        ledger.hardLimit(100);
        ledger.reserve(hold, 60);
        ledger.clock.advance(Duration.ofDays(1));
        ledger.restart();
        ledger.engine().wake().join();

        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 100L, 0L);
    }

    @Test
    void whatWasUsedUnderAnExpiredHoldIsCountedOnce() {
        ledger.hardLimit(100);
        ledger.reserve(hold, 60);
        ledger.clock.advance(Duration.ofHours(1));
        List<Posting> used = List.of(posting("m", "2026-11-23T11:00:00Z", 60));

        assertThat(ledger.engine()
                        .post(ACME, hold, used, Dossier.Basis.NO_AMENDMENTS)
                        .join())
                .isEqualTo(SettleOutcome.EXPIRED);
        assertThat(ledger.engine()
                        .post(ACME, hold, used, Dossier.Basis.NO_AMENDMENTS)
                        .join())
                .isEqualTo(SettleOutcome.ALREADY_POSTED);
        assertThat(parts(ledger.balance())).containsExactly(60L, 0L, 40L, 0L);
    }
}
