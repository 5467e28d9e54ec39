package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;
import static org.weighhouse.ledger.internal.engine.TestLedger.parts;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.database.Dialect;

@ParameterizedClass
@EnumSource(Dialect.class)
class ExactlyOnceTest {

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

    private static final String NOON = "2026-11-20T12:00:00Z";

    @Test
    void aPostingCountsOnceHoweverOftenItIsSent() {
        Posting posting = posting("m1", NOON, 3);

        List<Receipt> receipts =
                ledger.engine().record(ACME, List.of(posting, posting)).join();
        Receipt again = ledger.record(posting);
        ledger.restart();
        Receipt afterRestart = ledger.record(posting);

        assertThat(receipts).containsExactly(new Receipt(Status.RECORDED, 1), new Receipt(Status.DUPLICATE, 1));
        assertThat(again).isEqualTo(new Receipt(Status.DUPLICATE, 1));
        assertThat(afterRestart).isEqualTo(new Receipt(Status.DUPLICATE, 1));
        assertThat(ledger.balance().used()).isEqualTo(Amount.of(3));
    }

    @Test
    void theSameIdWithOtherContentOrTimeIsToldAndChangesNothing() {
        ledger.record("m1", NOON, 3);
        ledger.restart();

        assertThat(ledger.record("m1", NOON, 4)).isEqualTo(new Receipt(Status.CONFLICT, 1));
        assertThat(ledger.record("m1", "2026-11-20T12:00:01Z", 3).status()).isEqualTo(Status.DUPLICATE_OTHER_TIME);
        assertThat(ledger.balance().used()).isEqualTo(Amount.of(3));
    }

    @Test
    void theSameIdOfAnotherSourceOrWorkspaceIsAnotherFact() {
        Posting first = posting("m1", NOON, 1);
        Posting otherSource = Posting.fact(
                "openai",
                first.id(),
                first.time(),
                first.unit(),
                first.amount(),
                first.measures(),
                first.attribution());

        assertThat(ledger.engine().record(ACME, List.of(first, otherSource)).join())
                .extracting(Receipt::status)
                .containsOnly(Status.RECORDED);
        assertThat(ledger.engine()
                        .record(new WorkspaceId("other"), List.of(first))
                        .join())
                .extracting(Receipt::status)
                .containsOnly(Status.RECORDED);
        assertThat(ledger.balance().used()).isEqualTo(Amount.of(2));
    }

    @Test
    void batchesSentByManyAtOnceCountOnce() {
        List<Posting> batch =
                IntStream.range(0, 500).mapToObj(i -> posting("m" + i, NOON, 1)).toList();
        List<CompletableFuture<List<Receipt>>> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(ledger.engine().record(ACME, batch));
        }

        long recorded = sent.stream()
                .flatMap(receipts -> receipts.join().stream())
                .filter(receipt -> receipt.status() == Status.RECORDED)
                .count();

        assertThat(recorded).isEqualTo(500);
        assertThat(parts(ledger.balance()).getFirst()).isEqualTo(500);
        assertThat(ledger.engine()
                        .queries()
                        .balance(ACME, CREDIT, ledger.clock.instant())
                        .used())
                .isEqualTo(Amount.of(500));
    }

    @Test
    void theSameJournalGivesTheSameState() {
        ledger.hardLimit(100);
        ledger.record("m1", NOON, 30);
        ledger.grant("g", 10, NOON, "", 200);
        ledger.reserve(UUID.randomUUID(), 20);
        ledger.record("m2", NOON, 90);
        String before = ledger.engine().stateHash();

        ledger.restart();

        assertThat(ledger.engine().stateHash()).isEqualTo(before);
        ledger.record("m3", NOON, 1);
        assertThat(ledger.engine().stateHash()).isNotEqualTo(before);
    }
}
