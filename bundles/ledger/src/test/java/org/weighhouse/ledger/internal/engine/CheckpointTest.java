package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.database.Dialect;
import org.weighhouse.ledger.internal.checkpoint.CheckpointException;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;
import org.weighhouse.ledger.internal.journal.JournalStore;

/** A checkpoint saves time at the next start, and changes nothing else. */
@ParameterizedClass
@EnumSource(Dialect.class)
class CheckpointTest {

    private static final String NOON = "2026-11-20T12:00:00Z";
    private static final UUID OPEN = new UUID(1, 1);
    private static final UUID POSTED = new UUID(1, 2);

    @Parameter
    Dialect dialect;

    private final AtomicLong rowsRead = new AtomicLong();
    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(dialect, this::counting, Settings.DEFAULT);
    }

    private JournalStore counting(JournalStore store) {
        return new CountingStore(store, rowsRead);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** Something of everything that a state has. */
    private void fill() {
        ledger.hardLimit(1_000);
        ledger.grant("g1", 50, NOON, "", 50);
        for (int i = 0; i < 10; i++) {
            ledger.record("m" + i, NOON, 7);
        }
        Attribution moved = Attribution.NONE.with(Dimension.CAMPAIGN, "moved");
        ledger.record(TestLedger.correcting("m1", "c1", 3, moved));
        ledger.record(TestLedger.correcting("c1", "c2", 4, moved));
        ledger.reserve(OPEN, 20);
        ledger.reserve(POSTED, 20);
        ledger.post(POSTED, TestLedger.posting("p", NOON, 5));
    }

    @Test
    void aStartReadsOnlyTheRowsAfterIt() {
        fill();
        ledger.engine().checkpoint().join();
        ledger.record("after", NOON, 1);
        String before = ledger.engine().stateHash();

        rowsRead.set(0);
        ledger.restart();

        assertThat(rowsRead).hasValue(1);
        assertThat(ledger.engine().stateHash()).isEqualTo(before);
    }

    @Test
    void whatWasWrittenBeforeItIsStillKnown() {
        fill();
        ledger.engine().checkpoint().join();
        ledger.restart();

        assertThat(ledger.record("m3", NOON, 7).status()).isEqualTo(Status.DUPLICATE);
        assertThat(ledger.record("m3", NOON, 8).status()).isEqualTo(Status.CONFLICT);
        assertThat(ledger.grant("g1", 50, NOON, "", 50)).isFalse();
        assertThat(ledger.engine().voidHold(ACME, OPEN).join()).isEqualTo(SettleOutcome.SETTLED);
        assertThat(ledger.engine().voidHold(ACME, POSTED).join()).isEqualTo(SettleOutcome.ALREADY_POSTED);
        Attribution moved = Attribution.NONE.with(Dimension.CAMPAIGN, "moved");
        long used = TestLedger.parts(ledger.balance()).getFirst();
        assertThat(ledger.record(TestLedger.correcting("m1", "c3", 6, moved)).status())
                .isEqualTo(Status.RECORDED);
        // The last correction made it 4.
        assertThat(TestLedger.parts(ledger.balance()).getFirst()).isEqualTo(used + 2);
    }

    @Test
    void withoutItTheJournalGivesTheSameState() throws IOException {
        fill();
        ledger.engine().checkpoint().join();
        String before = ledger.engine().stateHash();
        ledger.stop();
        deleteCheckpoint();

        ledger.start();

        assertThat(ledger.engine().stateHash()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest", "book-", "index-", "cells-", "ticks-"})
    void aDamagedOneIsReplacedByTheJournal(String file) throws IOException {
        fill();
        ledger.engine().checkpoint().join();
        String before = ledger.engine().stateHash();
        ledger.stop();
        Path damaged = ledger.checkpointFile(file);
        byte[] bytes = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(bytes, bytes.length - 1));

        ledger.start();

        assertThat(ledger.engine().stateHash()).isEqualTo(before);
        assertThat(ledger.record("m3", NOON, 7).status()).isEqualTo(Status.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index-", "cells-", "ticks-"})
    void aFlippedByteStopsTheLedgerAndTheNextStartReadsTheJournal(String file) throws Exception {
        fill();
        ledger.engine().checkpoint().join();
        String before = ledger.engine().stateHash();
        ledger.stop();
        Path damaged = ledger.checkpointFile(file);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 4;
        Files.write(damaged, bytes);

        ledger.start();
        ledger.awaitStop();
        assertThat(ledger.engine().health(ACME).reason()).contains(file);
        assertThatThrownBy(() -> ledger.record("m3", NOON, 7)).hasCauseInstanceOf(LedgerUnavailableException.class);

        ledger.restart();
        assertThat(ledger.engine().health(ACME).writable()).isTrue();
        assertThat(ledger.engine().stateHash()).isEqualTo(before);
    }

    @Test
    void rowsMissingAtTheEndAreNoticed() throws SQLException {
        fill();
        ledger.engine().checkpoint().join();
        ledger.stop();
        ledger.changeJournal("delete from wh_journal where seq = (select max(seq) from wh_journal)");

        assertThatThrownBy(ledger::start)
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("rows are missing at its end")
                .hasMessageContaining(ledger.folder().toString());
        ledger = new TestLedger(dialect);
    }

    @Test
    void anotherJournalIsNotTakenForItsOwn() {
        fill();
        ledger.engine().checkpoint().join();
        ledger.stop();
        TestDatabases.withEmptyJournal(dialect);
        try (TestLedger other = new TestLedger(dialect)) {
            for (int i = 0; i < 40; i++) {
                other.record("x" + i, NOON, 1);
            }
        }

        assertThatThrownBy(ledger::start)
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("is not the one that its checkpoint has seen");
        ledger = new TestLedger(dialect);
    }

    @Test
    void oneThatCannotBeStoredStopsTheLedger() throws Exception {
        fill();
        deleteCheckpoint();
        Files.delete(ledger.folder());

        assertThatThrownBy(() -> ledger.engine().checkpoint().join()).hasMessageContaining("cannot create");

        ledger.awaitStop();
        assertThat(ledger.engine().health(ACME).reason()).contains("a checkpoint could not be stored");
        assertThatThrownBy(() -> ledger.record("late", NOON, 7)).hasCauseInstanceOf(LedgerUnavailableException.class);
        ledger.restart();
        assertThat(ledger.record("late", NOON, 7).status()).isEqualTo(Status.RECORDED);
    }

    @Test
    void twoLedgersDoNotShareAFolder() {
        assertThatThrownBy(() -> LedgerEngine.open(new MemoryStore(), ledger.folder(), ledger.clock, Settings.DEFAULT))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("in use by another ledger");
    }

    private void deleteCheckpoint() throws IOException {
        try (Stream<Path> files = Files.list(ledger.folder())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
