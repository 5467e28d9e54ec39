package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.Terms;

/** Limits, refusals and notices, which have nothing to do with the database. */
class InputTest {

    private static final String NOON = "2026-11-20T12:00:00Z";

    private final TestClock clock = new TestClock();
    private final LedgerEngine engine =
            LedgerEngine.open(new MemoryStore(), TestFolders.create(), clock, Settings.DEFAULT);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aBatchHasAtLeastOnePostingAndAtMostTheLimit() {
        assertRefused(() -> engine.record(ACME, List.of()));
        assertRefused(() -> engine.record(ACME, Collections.nCopies(Ledger.MAX_BATCH + 1, posting("m", NOON, 1))));
        assertThat(engine.record(ACME, Collections.nCopies(Ledger.MAX_BATCH, posting("m", NOON, 1)))
                        .join())
                .hasSize(Ledger.MAX_BATCH);
    }

    @Test
    void whatCannotBeKeptIsRefusedBeforeAnythingIsWritten() {
        Posting good = posting("good", NOON, 1);

        assertRefused(() -> engine.record(ACME, List.of(good, posting("", NOON, 1))));
        assertRefused(() -> engine.record(ACME, List.of(good, posting("m", "1999-12-31T23:59:59Z", 1))));
        assertRefused(() -> engine.record(ACME, List.of(good, posting("m", "2027-01-23T00:00:00Z", 1))));
        assertRefused(() -> engine.record(ACME, List.of(good, posting("m", NOON, 100_000_000_001L))));
        assertRefused(() -> engine.reserve(reservation(Amount.of(-1), Duration.ofMinutes(1))));
        assertRefused(() -> engine.reserve(reservation(Amount.of(1), Duration.ofMillis(999))));
        assertRefused(() -> engine.reserve(reservation(Amount.of(1), Duration.ofDays(8))));
        assertRefused(() -> engine.grant(grant("allowance/2026-11")));

        assertThat(engine.queries().balance(ACME, CREDIT, clock.instant()).used())
                .isEqualTo(Amount.ZERO);
    }

    @Test
    void anAccountThatWouldOverflowIsRefusedAndTheLedgerGoesOn() {
        engine.record(ACME, largest("first")).join();

        assertThatThrownBy(() -> engine.record(ACME, largest("second")).join())
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(engine.health(ACME).writable()).isTrue();
        assertThat(engine.queries().balance(ACME, CREDIT, clock.instant()).used())
                .isEqualTo(Amount.of(1_000_000_000_000_000L));
        assertThat(engine.record(ACME, List.of(posting("small", NOON, 1))).join())
                .extracting(Receipt::status)
                .containsExactly(Receipt.Status.RECORDED);
    }

    private static List<Posting> largest(String prefix) {
        return IntStream.range(0, Ledger.MAX_BATCH)
                .mapToObj(i -> posting(prefix + i, NOON, 100_000_000_000L))
                .toList();
    }

    @Test
    void aFullQueueRefusesAndTakesAgainWhenThereIsRoom() {
        CommandQueue queue = new CommandQueue(2, Duration.ZERO);
        List<CompletableFuture<Void>> done =
                List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
        done.forEach(future -> queue.offer(new Command.Wake(future)));

        assertThatThrownBy(done.getLast()::join).hasCauseInstanceOf(LedgerUnavailableException.class);
        assertThat(queue.takeAll()).hasSize(2);
        CompletableFuture<Void> later = new CompletableFuture<>();
        queue.offer(new Command.Wake(later));
        assertThat(later).isNotDone();
    }

    @Test
    void aClosedLedgerRefuses() {
        engine.close();

        assertThatThrownBy(() ->
                        engine.record(ACME, List.of(posting("m", NOON, 1))).join())
                .hasCauseInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void listenersHearWhichWorkspaceChangedAndNothingAfterClosing() throws InterruptedException {
        LinkedBlockingQueue<WorkspaceId> heard = new LinkedBlockingQueue<>();
        Subscription subscription = engine.queries().subscribe(heard::add);

        engine.record(ACME, List.of(posting("m", NOON, 1))).join();

        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(ACME);
        subscription.close();
        CountDownLatch other = new CountDownLatch(1);
        engine.queries().subscribe(any -> other.countDown());
        engine.record(ACME, List.of(posting("n", NOON, 1))).join();
        assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void listenersHearNothingOfWhatCouldNotBeWritten() throws InterruptedException {
        FaultyStore store = new FaultyStore(new MemoryStore());
        try (LedgerEngine failing = LedgerEngine.open(store, TestFolders.create(), clock, Settings.DEFAULT)) {
            LinkedBlockingQueue<WorkspaceId> heard = new LinkedBlockingQueue<>();
            failing.queries().subscribe(heard::add);
            store.fault = FaultyStore.Fault.WRITE;

            assertThatThrownBy(() ->
                            failing.record(ACME, List.of(posting("m", NOON, 1))).join())
                    .hasCauseInstanceOf(LedgerUnavailableException.class);

            assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void listenersHearOfAMonthThatBeginsAndAFailingOneHarmsNobody() throws InterruptedException {
        engine.record(ACME, List.of(posting("m", NOON, 1))).join();
        engine.setTerms(ACME, new Terms(ZoneId.of("Europe/Berlin"), Map.of())).join();
        hearAllThatWasWritten();
        engine.queries().subscribe(any -> {
            throw new IllegalStateException("a listener's own trouble");
        });
        LinkedBlockingQueue<WorkspaceId> heard = new LinkedBlockingQueue<>();
        engine.queries().subscribe(heard::add);

        clock.set("2026-11-30T23:00:00Z");

        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(ACME);
    }

    /** Notices come one round after the other: what is heard of in the second one was written after the first began. */
    private void hearAllThatWasWritten() throws InterruptedException {
        WorkspaceId other = new WorkspaceId("other");
        for (int round = 0; round < 2; round++) {
            CountDownLatch heard = new CountDownLatch(1);
            try (Subscription ignored = engine.queries().subscribe(workspace -> {
                if (workspace.equals(other)) {
                    heard.countDown();
                }
            })) {
                engine.record(other, List.of(posting("round-" + round, NOON, 1)))
                        .join();
                assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void everyAnswerIsGivenOnlyAfterItsEntriesAreInTheJournalAndVisible() {
        Set<Long> sequences = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 200; i++) {
            Receipt receipt = engine.record(ACME, List.of(posting("m" + i, NOON, 1)))
                    .join()
                    .getFirst();
            assertThat(sequences.add(receipt.sequence())).isTrue();
            assertThat(engine.queries().balance(ACME, CREDIT, clock.instant()).used())
                    .isEqualTo(Amount.of(i + 1));
        }
    }

    private static Reservation reservation(Amount amount, Duration timeout) {
        return new Reservation(UUID.randomUUID(), ACME, Map.of(CREDIT, amount), timeout);
    }

    private static Grant grant(String id) {
        return new Grant(ACME, id, CREDIT, Grant.Kind.TOP_UP, Amount.of(1), Instant.EPOCH, Instant.MAX, 200);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }
}
