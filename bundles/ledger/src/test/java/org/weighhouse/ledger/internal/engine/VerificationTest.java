package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.ledger.VerificationProgress;
import org.weighhouse.api.ledger.VerificationReport;
import org.weighhouse.api.ledger.VerificationReport.Finding;
import org.weighhouse.database.Dialect;
import org.weighhouse.ledger.internal.checkpoint.Manifest;
import org.weighhouse.ledger.internal.rollup.CellSettings;
import org.weighhouse.ledger.internal.verify.Verifier;

/** A verification reads everything, finds nothing where all is well, and finds whatever was changed. */
@ParameterizedClass
@EnumSource(Dialect.class)
class VerificationTest {

    private static final String NOON = "2026-11-20T12:00:00Z";

    @Parameter
    Dialect dialect;

    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(dialect);
        fill(ledger, 7);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static void fill(TestLedger ledger, long credits) {
        ledger.hardLimit(1_000);
        for (int i = 0; i < 20; i++) {
            ledger.record("m" + i, NOON, credits);
        }
        ledger.record(TestLedger.correcting("m1", "c1", 3, Attribution.NONE));
        UUID hold = new UUID(1, 2);
        ledger.reserve(hold, 1);
        ledger.engine().voidHold(ACME, hold).join();
        ledger.reserve(new UUID(1, 3), 0);
    }

    private VerificationReport verify() {
        return ledger.engine().verification().verify(progress -> {});
    }

    @Test
    void whatIsWellHasNoFindings() {
        List<VerificationProgress> progress = new ArrayList<>();

        VerificationReport report = ledger.engine().verification().verify(progress::add);

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(22); // the correction moved m1, with two entries
        assertThat(report.rows()).isEqualTo(25); // terms, 20 postings, correction, hold, void, hold
        assertThat(report.bytes()).isPositive();
        assertThat(report.accounts()).isPositive();
        assertThat(report.daySums()).isEqualTo(1);
        assertThat(progress.getLast()).isEqualTo(new VerificationProgress(25, 25));
    }

    @Test
    void itGoesOnWhileTheLedgerWorks() throws Exception {
        Thread writing = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 300; i++) {
                ledger.record("w" + i, NOON, 1);
            }
        });
        while (writing.isAlive()) {
            assertThat(verify().findings()).isEmpty();
        }
        writing.join();
    }

    @ParameterizedTest
    @CsvSource({
        "update wh_journal set recorded_micros = recorded_micros + 1 where seq = 5, journal row 5, wrong checksum",
        "update wh_journal set entry_count = entry_count + 1 where seq = 5, journal row 5, wrong checksum",
        "update wh_journal set checksum = checksum + 1 where seq = 5, journal row 5, wrong checksum",
        "update wh_journal set body = (select body from wh_journal where seq = 4) where seq = 5, journal row 5, checksum",
        "update wh_journal set hash = (select hash from wh_journal where seq = 4) where seq = 5, journal row 5, follow",
        "delete from wh_journal where seq = 5, journal row 6, row 5 is missing",
        "delete from wh_journal where seq = 25, journal row 25, it is missing"
    })
    void aChangedJournalIsFound(String damage, String where, String what) throws SQLException {
        ledger.changeJournal(damage);

        List<Finding> findings = verify().findings();

        assertThat(findings.getFirst().where()).isEqualTo(where);
        assertThat(findings.getFirst().what()).contains(what);
        assertThat(findings).as("what is whole is not complained of").hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index-", "cells-", "ticks-", "book-"})
    void aChangedFileIsFound(String prefix) throws Exception {
        Manifest manifest = ledger.engine().checkpoint().join();
        Path damaged = ledger.checkpointFile(prefix);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        assertThat(verifyAgainst(ledger, manifest).findings())
                .extracting(Finding::where)
                .containsExactly("file " + damaged.getFileName());
    }

    @Test
    void aCheckpointThatIsNotWhatTheJournalAmountsToIsFound() {
        Manifest manifest = ledger.engine().checkpoint().join();
        Path folder = ledger.folder();
        ledger.stop();
        // The same rows, but for what they say: every posting costs one credit more.
        ledger = new TestLedger(dialect);
        fill(ledger, 8);

        List<Finding> findings = new Verifier(ledger.openStore(), folder, CellSettings.DEFAULT)
                .verify(manifest, progress -> {})
                .findings();

        assertThat(findings)
                .extracting(Finding::what)
                .containsExactly(
                        "its last hash is not the one that the checkpoint has seen",
                        "its balances are not what the journal amounts to",
                        "the day's cells do not add up to its entries");
    }

    private VerificationReport verifyAgainst(TestLedger subject, Manifest manifest) {
        return new Verifier(subject.openStore(), subject.folder(), CellSettings.DEFAULT)
                .verify(manifest, progress -> {});
    }
}
