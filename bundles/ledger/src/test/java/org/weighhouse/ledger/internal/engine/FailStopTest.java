package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.database.Dialect;
import org.weighhouse.ledger.internal.engine.FaultyStore.Fault;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;
import org.weighhouse.ledger.internal.journal.JournalStore;

@ParameterizedClass
@EnumSource(Dialect.class)
class FailStopTest {

    private static final String NOON = "2026-11-20T12:00:00Z";

    @Parameter
    Dialect dialect;

    private TestLedger ledger;
    private FaultyStore store;

    @BeforeEach
    void open() {
        ledger = new TestLedger(dialect, this::faulty, Settings.DEFAULT);
    }

    private JournalStore faulty(JournalStore real) {
        store = new FaultyStore(real);
        return store;
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @ParameterizedTest
    @CsvSource({"WRITE, 1", "COMMIT, 2"})
    void aFailedWriteIsNeverAcknowledgedAndStopsTheLedgerUntilARestart(Fault fault, long durable) {
        ledger.record("m1", NOON, 1);
        store.fault = fault;

        assertThatThrownBy(() -> ledger.record("m2", NOON, 1)).hasCauseInstanceOf(LedgerUnavailableException.class);

        store.fault = Fault.NONE;
        assertThatThrownBy(() -> ledger.record("m3", NOON, 1)).hasCauseInstanceOf(LedgerUnavailableException.class);
        assertThat(ledger.engine().health(ACME).writable()).isFalse();
        assertThat(ledger.engine().health(ACME).reason()).contains(fault == Fault.WRITE ? "disk full" : "commit");
        assertThat(ledger.balance().used()).isEqualTo(Amount.of(1));

        ledger.restart();
        assertThat(ledger.engine().health(ACME)).isEqualTo(LedgerHealth.UP);
        assertThat(ledger.balance().used()).isEqualTo(Amount.of(durable));
        // Whoever was refused asks again, and nothing counts twice.
        assertThat(ledger.record("m2", NOON, 1).status())
                .isEqualTo(fault == Fault.WRITE ? Status.RECORDED : Status.DUPLICATE);
        assertThat(ledger.balance().used()).isEqualTo(Amount.of(2));
    }

    @Test
    void everyCallIsAnsweredWhenTheLedgerStopsUnderLoad() {
        ledger.record("first", NOON, 1);
        List<CompletableFuture<List<Receipt>>> sent = IntStream.range(0, 2_000)
                .mapToObj(i -> {
                    if (i == 1_000) {
                        store.fault = Fault.WRITE;
                    }
                    return ledger.engine().record(ACME, List.of(posting("m" + i, NOON, 1)));
                })
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .exceptionally(any -> null)
                .join();

        long acknowledged = sent.stream()
                .filter(future -> !future.isCompletedExceptionally())
                .count();
        ledger.restart();
        assertThat(ledger.balance().used()).isEqualTo(Amount.of(1 + acknowledged));
    }

    @ParameterizedTest
    @CsvSource({
        "update wh_journal set recorded_micros = recorded_micros + 1 where seq = 2, wrong checksum",
        "delete from wh_journal where seq = 2, row 2 is missing",
        "update wh_journal set body = (select body from wh_journal where seq = 1) where seq = 2, wrong checksum"
    })
    void aDamagedJournalIsNotReplayed(String damage, String complaint) throws SQLException {
        for (int i = 0; i < 3; i++) {
            ledger.record("m" + i, NOON, 1);
        }
        ledger.changeJournal(damage);
        ledger.stop();

        assertThatThrownBy(ledger::start)
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining(complaint);
        ledger = new TestLedger(dialect);
    }
}
