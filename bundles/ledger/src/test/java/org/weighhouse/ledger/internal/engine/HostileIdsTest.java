package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.UsageQuery;

/**
 * Platforms and clients may call what is sent whatever they like: the same for all, nothing, four kilobytes, or what
 * others have counted before. What is settled counts, each once.
 */
class HostileIdsTest {

    private static final int SETTLES = 10_000;
    private static final int THREADS = 8;
    private static final int BATCH = 1_000;
    private static final String GATEWAY = "weighhouse:gateway";
    private static final String STRANGER = "stranger";
    private static final WorkspaceId OTHER = new WorkspaceId("other");

    private final List<UUID> holds =
            IntStream.range(0, SETTLES).mapToObj(i -> new UUID(7, i)).toList();

    @Test
    @Timeout(180)
    void whatIsSettledCountsOnceWhateverItIsCalled() throws Exception {
        try (MemoryLedger ledger = new MemoryLedger(Settings.DEFAULT.withCheckpointEvery(5_000, 500))) {
            ledger.hardLimit(ACME, SETTLES);
            for (int first = 0; first < SETTLES; first += BATCH) {
                claim(ledger, first);
            }
            assertThat(settleAll(ledger)).containsOnly(SettleOutcome.SETTLED).hasSize(SETTLES);

            assertThat(ledger.parts()).containsExactly((long) SETTLES, 0L, 0L, 0L);
            assertThat(ledger.engine()
                            .reserve(TestLedger.reservation(ACME, UUID.randomUUID(), 1))
                            .join())
                    .isInstanceOf(ReserveOutcome.Refused.class);
            assertThat(messages(ledger)).isEqualTo(SETTLES);
            ledger.restart();
            assertThat(ledger.parts()).containsExactly((long) SETTLES, 0L, 0L, 0L);
            assertThat(ledger.findings()).isEmpty();
        }
    }

    /** Others take the same ids and names first, for nothing. */
    private void claim(MemoryLedger ledger, int first) {
        ledger.engine().record(ACME, postings(first, STRANGER, 0)).join();
        ledger.engine().record(OTHER, postings(first, GATEWAY, 1)).join();
    }

    private List<Posting> postings(int first, String source, long credits) {
        return IntStream.range(first, first + BATCH)
                .mapToObj(i -> posting(i, source, credits))
                .toList();
    }

    private Posting posting(int number, String source, long credits) {
        return Posting.fact(
                        source,
                        holds.get(number).toString(),
                        TestClock.START,
                        CREDIT,
                        Amount.of(credits),
                        Measures.of(credits),
                        Attribution.NONE.with(Dimension.CHANNEL, "telegram"))
                .with(name(number));
    }

    private static Reference name(int number) {
        return switch (number % 4) {
            case 0 -> Reference.of("the same for all");
            case 1 -> Reference.NONE;
            case 2 -> Reference.of("x".repeat(4_096) + number % 100);
            default -> Reference.of("own-" + number);
        };
    }

    private List<SettleOutcome> settleAll(MemoryLedger ledger) throws Exception {
        List<Future<List<SettleOutcome>>> threads = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                int first = i;
                threads.add(callers.submit(() -> settle(ledger, first)));
            }
        }
        List<SettleOutcome> outcomes = new ArrayList<>();
        for (Future<List<SettleOutcome>> thread : threads) {
            outcomes.addAll(thread.get());
        }
        return outcomes;
    }

    private List<SettleOutcome> settle(MemoryLedger ledger, int first) {
        List<SettleOutcome> outcomes = new ArrayList<>();
        for (int i = first; i < SETTLES; i += THREADS) {
            UUID hold = holds.get(i);
            ledger.reserve(hold, 1);
            outcomes.add(ledger.post(hold, Dossier.Basis.NO_AMENDMENTS, posting(i, GATEWAY, 1)));
        }
        return outcomes;
    }

    private static long messages(MemoryLedger ledger) {
        TimeRange month = new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
        return ledger.queries()
                .query(UsageQuery.total(ACME, CREDIT, month, ZoneOffset.UTC))
                .getFirst()
                .usage()
                .quantity();
    }
}
