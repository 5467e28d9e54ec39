package org.weighhouse.ledger.internal.crash;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.weighhouse.api.ledger.VerificationReport;
import org.weighhouse.ledger.internal.engine.LedgerEngine;

/**
 * Opens a ledger after a kill, sends everything again that the killed process had sent, and compares: what was
 * acknowledged must have been there, what was in doubt must have been there as a whole or not at all, and then the sums
 * must be exactly those of everything, and a verification must find nothing.
 */
final class Inspection {

    private final Site site;
    private final Expected expected = new Expected();

    Inspection(Site site) {
        this.site = site;
    }

    /** Opens the accounts. */
    void prepare() throws IOException {
        try (Site.Opened opened = site.open()) {
            Plan.WORKSPACES.forEach(
                    workspace -> opened.ledger().setTerms(workspace, Plan.TERMS).join());
        }
    }

    void inspect(int cycle, Witness witness, Tally tally) throws IOException {
        Instant before = site.clock().instant().truncatedTo(ChronoUnit.MICROS);
        try (Site.Opened opened = site.open()) {
            tally.addCycle(Duration.between(before, site.clock().instant()).toMillis());
            for (int thread = 0; thread < Plan.THREADS; thread++) {
                resend(new Sender(opened.ledger(), before, new Plan(cycle), thread), witness, tally);
            }
            compare(opened.ledger(), cycle, tally);
        }
    }

    /** Sends one thread's operations again. */
    private record Sender(LedgerEngine ledger, Instant opened, Plan plan, int thread) {

        int missing(Operation operation) {
            return operation.missing(ledger, opened);
        }
    }

    private void resend(Sender sender, Witness witness, Tally tally) {
        List<String> answers = witness.answers(sender.thread());
        for (int number = 0; number < answers.size(); number++) {
            Operation operation = sender.plan().operation(sender.thread(), number);
            if (!answers.get(number).equals(operation.expected())) {
                tally.addFault(operation + " was answered with " + answers.get(number));
            }
            tally.addAcknowledged(operation.facts(), sender.missing(operation));
            operation.addTo(expected);
        }
        if (witness.isInDoubt(sender.thread())) {
            Operation operation = sender.plan().operation(sender.thread(), answers.size());
            int missing = sender.missing(operation);
            tally.addInDoubt(operation.facts() - missing, missing);
            if (missing != 0 && missing != operation.facts()) {
                tally.addFault(operation + " was written in part: " + missing + " missing");
            }
            operation.addTo(expected);
        }
    }

    private void compare(LedgerEngine ledger, int cycle, Tally tally) {
        Expected.Difference difference = expected.compareWith(ledger);
        tally.addCountedTwice(difference.countedTwice());
        difference.complaints().forEach(complaint -> tally.addFault("cycle " + cycle + ", " + complaint));
        VerificationReport report = ledger.verification().verify(progress -> {});
        if (report.isClean()) {
            tally.addCleanVerification();
        } else {
            tally.addFault("cycle " + cycle + ", verification: " + report.findings());
        }
    }
}
