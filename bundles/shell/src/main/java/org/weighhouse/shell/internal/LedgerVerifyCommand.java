package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.Duration;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.ledger.LedgerVerification;
import org.weighhouse.api.ledger.VerificationReport;

@Service
@Command(
        scope = "weighhouse",
        name = "ledger-verify",
        description = "Reads the whole journal and checks that it is as it was written and that everything adds up",
        detailedDescription = "Checks checksums, the chain of hashes and the order of entries; then balances, holds, "
                + "roll-up cells and the index of ids against what the journal amounts to. Changes nothing; the ledger "
                + "goes on working meanwhile. Fails (exit status 1) if something is wrong.")
public final class LedgerVerifyCommand extends WeighhouseCommand {

    /** What an operator does about findings; one line each. */
    private static final String[] WHAT_TO_DO = {
        "What to do:",
        "1. Copy the data folder, or the database, as it is now, before anything else changes it.",
        "2. Where only accounts, cells or files are named, the journal is whole: stop Weighhouse, delete the folder"
                + " \"ledger\" in the data folder and start again; it is made anew from the journal.",
        "3. Where journal rows are named, restore the database from a backup and verify again."
    };

    @Override
    Permission needs() {
        return Permission.OPERATE;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        LedgerVerification ledger = services.need(LedgerVerification.class);
        long begun = System.nanoTime();
        VerificationReport report = verify(ledger);
        show(report, Duration.ofNanos(System.nanoTime() - begun), out);
        if (!report.isClean()) {
            throw new CommandException(
                    "the ledger is not well: " + number(report.findings().size()));
        }
    }

    /** Progress goes beside the result: a pipe gets the result alone. */
    private VerificationReport verify(LedgerVerification ledger) throws CommandException {
        try (ProgressLine progress = new ProgressLine(System.err, session.getTerminal() != null, System::nanoTime)) {
            return ledger.verify(progress);
        } catch (IllegalStateException e) {
            throw new CommandException("a verification is under way already; wait for its end", e);
        }
    }

    private static void show(VerificationReport report, Duration took, PrintStream out) {
        line(out, "Rows", Shown.count(report.rows()));
        line(out, "Entries", Shown.count(report.entries()));
        line(out, "Bytes", Shown.count(report.bytes()));
        line(out, "Accounts", Shown.count(report.accounts()));
        line(out, "Day sums", Shown.count(report.daySums()));
        line(out, "Took", Shown.seconds(took));
        if (report.isClean()) {
            out.println("All is well.");
            return;
        }
        report.findings().forEach(finding -> out.println("WRONG: " + finding.where() + ": " + finding.what()));
        for (String step : WHAT_TO_DO) {
            out.println(step);
        }
    }

    private static String number(int findings) {
        String more = findings < VerificationReport.MAX_FINDINGS ? "" : "at least ";
        return more + findings + (findings == 1 ? " finding" : " findings") + ", listed above";
    }

    private static void line(PrintStream out, String what, String value) {
        out.printf("%-12s%s%n", what, value);
    }
}
