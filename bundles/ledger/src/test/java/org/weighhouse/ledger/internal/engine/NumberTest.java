package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Reference;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.UsageQuery;

/** Entries are numbered within their workspace, without gaps: what one does cannot be seen in another's numbers. */
class NumberTest {

    private static final String NOON = "2026-11-20T12:00:00Z";
    private static final int ROUNDS = 12;
    private static final int BATCH = 5;
    private static final List<WorkspaceId> OTHERS = List.of(new WorkspaceId("a"), new WorkspaceId("z"));

    @Test
    void aWorkspacesEntriesAreNumberedFromOneWithoutGaps() {
        try (MemoryLedger ledger = new MemoryLedger(TestLedger.MANY_CHECKPOINTS)) {
            List<Long> numbers = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                numbers.addAll(round(ledger, round));
                if (round % 3 == 2) {
                    ledger.restart();
                }
            }
            List<Long> all = LongStream.rangeClosed(1, ROUNDS * BATCH).boxed().toList();
            assertThat(numbers).isEqualTo(all);
            assertThat(entries(ledger, ACME)).extracting(LedgerEntry::sequence).isEqualTo(all);
            for (WorkspaceId other : OTHERS) {
                assertThat(entries(ledger, other))
                        .extracting(LedgerEntry::sequence)
                        .isEqualTo(LongStream.rangeClosed(1, ROUNDS).boxed().toList());
            }
            assertThat(ledger.findings()).isEmpty();
        }
    }

    /** Sent without waiting, so that several workspaces meet in one row. What is said of a name takes no number. */
    private static List<Long> round(MemoryLedger ledger, int round) {
        OTHERS.forEach(other -> ledger.engine().record(other, List.of(posting("m" + round, NOON, 1))));
        CompletableFuture<List<Receipt>> ours = ledger.engine()
                .record(
                        ACME,
                        IntStream.range(0, BATCH)
                                .mapToObj(i -> posting(round + "-" + i, NOON, 1))
                                .toList());
        ledger.amend(
                Reference.of("wamid." + round),
                new Amendment("read", "", Instant.parse(NOON), List.of(new Amendment.Change.Kind("service"))));
        return ours.join().stream().map(Receipt::sequence).toList();
    }

    @Test
    void aDuplicateIsToldTheNumberOfWhatWasCounted() {
        try (MemoryLedger ledger = new MemoryLedger(TestLedger.MANY_CHECKPOINTS)) {
            ledger.record(OTHERS.getFirst(), posting("m", NOON, 1));
            ledger.record(posting("m", NOON, 1));
            ledger.record(posting("n", NOON, 1));
            ledger.restart();

            assertThat(ledger.record(posting("n", NOON, 1))).isEqualTo(new Receipt(Receipt.Status.DUPLICATE, 2));
            assertThat(ledger.record(posting("m", NOON, 2))).isEqualTo(new Receipt(Receipt.Status.CONFLICT, 1));
        }
    }

    private static List<LedgerEntry> entries(MemoryLedger ledger, WorkspaceId workspace) {
        TimeRange always = new TimeRange(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"));
        return ledger.queries()
                .explain(UsageQuery.total(workspace, CREDIT, always, ZoneOffset.UTC), 0, 1_000)
                .entries();
    }
}
