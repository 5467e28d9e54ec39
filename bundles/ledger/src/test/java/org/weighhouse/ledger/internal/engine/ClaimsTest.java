package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.database.Dialect;

/** A thousand callers want the last credits at the same moment: as many get one as there are, never more, never fewer. */
class ClaimsTest {

    private static final int CALLERS = 1_000;
    private static final int ROUNDS = 1_000;
    private static final int ROUNDS_ON_A_DATABASE = 20;

    private final Random random = new Random(20_261_125);

    @Test
    void theLastCreditsGoToExactlyAsMany() throws Exception {
        try (LedgerEngine engine =
                LedgerEngine.open(new MemoryStore(), TestFolders.create(), new TestClock(), Settings.DEFAULT)) {
            for (int round = 0; round < ROUNDS; round++) {
                claim(engine, round);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void soTheyDoOnADatabase(Dialect dialect) throws Exception {
        try (TestLedger ledger = new TestLedger(dialect)) {
            for (int round = 0; round < ROUNDS_ON_A_DATABASE; round++) {
                claim(ledger.engine(), round);
            }
        }
    }

    private void claim(LedgerEngine engine, int round) throws Exception {
        WorkspaceId workspace = new WorkspaceId("round-" + round);
        int credits = random.nextInt(CALLERS + 1);
        Allowance allowance = new Allowance(Amount.of(credits), Allowance.Limit.HARD, false);
        engine.setTerms(workspace, new Terms(ZoneOffset.UTC, Map.of(TestLedger.CREDIT, allowance)))
                .join();

        List<UUID> held = claimAtOnce(engine, workspace);
        assertThat(held).as("credits held in round %s", round).hasSize(credits);

        for (UUID hold : held) {
            Posting posting = TestLedger.posting("used-" + hold, TestClock.START, 1);
            engine.post(workspace, hold, List.of(posting), Dossier.Basis.NO_AMENDMENTS);
        }
        engine.wake().join();
        assertThat(TestLedger.parts(engine.queries().balance(workspace, TestLedger.CREDIT, TestClock.START)))
                .containsExactly((long) credits, 0L, 0L, 0L);
    }

    private static List<UUID> claimAtOnce(LedgerEngine engine, WorkspaceId workspace) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ReserveOutcome>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                Reservation one = new Reservation(
                        UUID.randomUUID(), workspace, Map.of(TestLedger.CREDIT, Amount.of(1)), Duration.ofHours(1));
                answers.add(callers.submit(() -> {
                    start.await();
                    return engine.reserve(one).join();
                }));
            }
            start.countDown();
        }
        List<UUID> held = new ArrayList<>();
        for (Future<ReserveOutcome> answer : answers) {
            if (answer.get() instanceof ReserveOutcome.Held got) {
                held.add(got.id());
            }
        }
        return held;
    }
}
