package org.weighhouse.ledger.internal.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;

/**
 * One call of the ledger, with what it must answer. It can be sent again after a crash, and then tells how much of it
 * had not been there. Sending throws {@link java.util.concurrent.CompletionException} if the ledger refuses.
 */
sealed interface Operation {

    Unit CREDIT = Unit.MESSAGE_CREDIT;
    Amount HELD = Amount.of(5);

    /** Longer than any run, so that no hold expires. */
    Duration HOLD_TIMEOUT = Duration.ofDays(7);

    /** How many postings, holds, settlements and grants it brings. */
    int facts();

    /** Sends it and waits until it is answered. */
    String send(Ledger ledger);

    /** What the ledger must answer the first time. */
    String expected();

    /**
     * Sends it again, so that it is in the ledger afterwards.
     *
     * @param opened when the ledger was opened
     * @return how many of its facts were not in the ledger before
     */
    int missing(Ledger ledger, Instant opened);

    /** Adds what it amounts to. */
    void addTo(Expected sums);

    /** New postings, and some that were acknowledged before. */
    record Write(WorkspaceId workspace, List<Posting> fresh, List<Posting> known) implements Operation {

        @Override
        public int facts() {
            return fresh.size();
        }

        @Override
        public String send(Ledger ledger) {
            List<Posting> all = Stream.concat(fresh.stream(), known.stream()).toList();
            return letters(ledger.record(workspace, all).join());
        }

        @Override
        public String expected() {
            return "R".repeat(fresh.size()) + "D".repeat(known.size());
        }

        @Override
        public int missing(Ledger ledger, Instant opened) {
            return missingOf(ledger, workspace, fresh);
        }

        @Override
        public void addTo(Expected sums) {
            fresh.forEach(posting -> sums.add(workspace, posting));
        }

        private static String letters(List<Receipt> receipts) {
            return receipts.stream()
                    .map(receipt -> receipt.status().name().substring(0, 1))
                    .collect(Collectors.joining());
        }

        private static int missingOf(Ledger ledger, WorkspaceId workspace, List<Posting> postings) {
            return (int) ledger.record(workspace, postings).join().stream()
                    .filter(receipt -> receipt.status() != Status.DUPLICATE)
                    .count();
        }
    }

    /** Corrections, each of the original at the same place. */
    record Correct(WorkspaceId workspace, List<Posting> corrections, List<Posting> originals) implements Operation {

        @Override
        public int facts() {
            return corrections.size();
        }

        @Override
        public String send(Ledger ledger) {
            return Write.letters(ledger.record(workspace, corrections).join());
        }

        @Override
        public String expected() {
            return "R".repeat(corrections.size());
        }

        @Override
        public int missing(Ledger ledger, Instant opened) {
            return Write.missingOf(ledger, workspace, corrections);
        }

        @Override
        public void addTo(Expected sums) {
            for (int i = 0; i < corrections.size(); i++) {
                sums.replace(workspace, originals.get(i), corrections.get(i));
            }
        }
    }

    /** A hold. */
    record Reserve(WorkspaceId workspace, UUID hold) implements Operation {

        @Override
        public int facts() {
            return 1;
        }

        @Override
        public String send(Ledger ledger) {
            return outcome(ledger).getClass().getSimpleName();
        }

        private ReserveOutcome outcome(Ledger ledger) {
            return ledger.reserve(new Reservation(hold, workspace, Map.of(CREDIT, HELD), HOLD_TIMEOUT))
                    .join();
        }

        @Override
        public String expected() {
            return "Held";
        }

        /** A hold that was there has kept the time at which it expires. */
        @Override
        public int missing(Ledger ledger, Instant opened) {
            boolean kept = outcome(ledger) instanceof ReserveOutcome.Held held
                    && held.expires().minus(HOLD_TIMEOUT).isBefore(opened);
            return kept ? 0 : 1;
        }

        @Override
        public void addTo(Expected sums) {
            sums.reserve(workspace, HELD.milli());
        }
    }

    /** The end of a hold, with what was used. */
    record Settle(WorkspaceId workspace, UUID hold, List<Posting> actual) implements Operation {

        @Override
        public int facts() {
            return 1 + actual.size();
        }

        @Override
        public String send(Ledger ledger) {
            return outcome(ledger).name();
        }

        private SettleOutcome outcome(Ledger ledger) {
            return ledger.post(workspace, hold, actual, Dossier.Basis.NO_AMENDMENTS)
                    .join();
        }

        @Override
        public String expected() {
            return SettleOutcome.SETTLED.name();
        }

        @Override
        public int missing(Ledger ledger, Instant opened) {
            return outcome(ledger) == SettleOutcome.ALREADY_POSTED
                    ? Write.missingOf(ledger, workspace, actual)
                    : facts();
        }

        @Override
        public void addTo(Expected sums) {
            sums.reserve(workspace, -HELD.milli());
            actual.forEach(posting -> sums.add(workspace, posting));
        }
    }

    /** The end of a hold, with nothing used. */
    record VoidHold(WorkspaceId workspace, UUID hold) implements Operation {

        @Override
        public int facts() {
            return 1;
        }

        @Override
        public String send(Ledger ledger) {
            return ledger.voidHold(workspace, hold).join().name();
        }

        @Override
        public String expected() {
            return SettleOutcome.SETTLED.name();
        }

        @Override
        public int missing(Ledger ledger, Instant opened) {
            return ledger.voidHold(workspace, hold).join() == SettleOutcome.ALREADY_VOIDED ? 0 : 1;
        }

        @Override
        public void addTo(Expected sums) {
            sums.reserve(workspace, -HELD.milli());
        }
    }

    /** Credits given. */
    record Give(Grant grant) implements Operation {

        @Override
        public int facts() {
            return 1;
        }

        @Override
        public String send(Ledger ledger) {
            return ledger.grant(grant).join().toString();
        }

        @Override
        public String expected() {
            return "true";
        }

        @Override
        public int missing(Ledger ledger, Instant opened) {
            return ledger.grant(grant).join() ? 1 : 0;
        }

        @Override
        public void addTo(Expected sums) {
            sums.grant(grant.workspace(), grant.amount().milli());
        }
    }
}
