package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.LedgerVerification;
import org.weighhouse.api.ledger.VerificationProgress;
import org.weighhouse.api.ledger.VerificationReport;
import org.weighhouse.api.ledger.VerificationReport.Finding;

class LedgerVerifyCommandTest {

    @TempDir
    Path folder;

    @Test
    void aLedgerThatIsWellIsSaidToBe() throws Exception {
        assertThat(run(progress -> report(List.of())).lines())
                .contains(
                        "Rows        1,000",
                        "Entries     1,234,567",
                        "Bytes       98,765,432",
                        "Accounts    12",
                        "Day sums    3,456")
                .anyMatch(line -> line.matches("Took {8}\\d+\\.\\d s"))
                .endsWith("All is well.");
    }

    @Test
    void eachFindingIsShownAndTheCommandFails() {
        FakeKaraf karaf = new FakeKaraf(folder);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LedgerVerifyCommand command = new LedgerVerifyCommand();
        karaf.provide(
                LedgerVerification.class,
                progress -> report(List.of(
                        new Finding("journal row 17", "its checksum does not match"),
                        new Finding("account acme message_credits", "the balance is 3, the entries say 4"))));

        assertThatThrownBy(() -> karaf.run(command, printed))
                .isInstanceOf(CommandException.class)
                .hasMessage("the ledger is not well: 2 findings, listed above");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "WRONG: journal row 17: its checksum does not match\n",
                        "WRONG: account acme message_credits: the balance is 3, the entries say 4\n",
                        "What to do:")
                .doesNotContain("All is well");
    }

    @Test
    void whenThereAreTooManyFindingsItIsSaidThatThereMayBeMore() {
        List<Finding> most = Collections.nCopies(VerificationReport.MAX_FINDINGS, new Finding("row", "damaged"));

        assertThatThrownBy(() -> run(progress -> report(most))).hasMessageContaining("at least 100 findings");
    }

    @Test
    void aSecondVerificationAndAnOutageAreOneLine() {
        assertThatThrownBy(() -> run(progress -> {
                    throw new IllegalStateException("busy");
                }))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("under way already");
        assertThatThrownBy(() -> run(progress -> {
                    throw new LedgerUnavailableException("the database does not answer");
                }))
                .isInstanceOf(CommandException.class)
                .hasMessage("the database does not answer");
    }

    @Test
    void onATerminalProgressIsOneLineThatChangesAndGoes() {
        String shown = progress(true, ProgressLine.ON_TERMINAL);

        assertThat(shown)
                .contains("\rReading the journal: 1,500 of 3,000 rows, 50 %")
                .endsWith("\r" + " ".repeat("Reading the journal: 3,000 of 3,000 rows, 100 %".length()) + "\r")
                .doesNotContain("\n");
    }

    @Test
    void elsewhereProgressIsWholeLines() {
        assertThat(progress(false, ProgressLine.ELSEWHERE))
                .doesNotContain("\r")
                .isEqualTo(
                        "Reading the journal: 1,500 of 3,000 rows, 50 %\nReading the journal: 3,000 of 3,000 rows, 100 %\n");
    }

    @Test
    void progressThatComesTooSoonIsNotShown() {
        assertThat(progress(true, ProgressLine.ON_TERMINAL.minusNanos(1))).doesNotContain("50 %");
        assertThat(progress(false, ProgressLine.ON_TERMINAL)).isEmpty();
    }

    private static String progress(boolean terminal, Duration between) {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (ProgressLine line =
                new ProgressLine(new PrintStream(printed, true, StandardCharsets.UTF_8), terminal, nanos::get)) {
            nanos.addAndGet(between.toNanos());
            line.accept(new VerificationProgress(1_500, 3_000));
            nanos.addAndGet(between.toNanos());
            line.accept(new VerificationProgress(3_000, 3_000));
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String run(LedgerVerification verification) throws Exception {
        FakeKaraf karaf = new FakeKaraf(folder);
        karaf.provide(LedgerVerification.class, verification);
        return karaf.run(new LedgerVerifyCommand());
    }

    private static VerificationReport report(List<Finding> findings) {
        return new VerificationReport(1_000, 1_234_567, 98_765_432, 12, 3_456, findings);
    }
}
