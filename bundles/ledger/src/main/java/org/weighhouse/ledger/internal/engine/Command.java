package org.weighhouse.ledger.internal.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier.Basis;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.checkpoint.Manifest;
import org.weighhouse.ledger.internal.memory.References;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.ReferenceName;

/** A call that waits for the writer. */
sealed interface Command {

    /** Completed when the outcome is durable. */
    CompletableFuture<?> done();

    /** How much room it takes in the queue and in a group. */
    default int weight() {
        return 1;
    }

    record Write(List<Prepared> postings, CompletableFuture<List<Receipt>> done) implements Command {
        @Override
        public int weight() {
            return postings.size();
        }
    }

    record Reserve(Reservation reservation, CompletableFuture<ReserveOutcome> done) implements Command {}

    record Post(HoldName hold, List<Prepared> postings, Basis basis, CompletableFuture<SettleOutcome> done)
            implements Command {
        @Override
        public int weight() {
            return 1 + postings.size();
        }
    }

    record VoidHold(HoldName hold, CompletableFuture<SettleOutcome> done) implements Command {}

    record Amend(
            ReferenceName name,
            Amendment amendment,
            Basis basis,
            List<Prepared> postings,
            CompletableFuture<AmendOutcome> done)
            implements Command {
        @Override
        public int weight() {
            return 1 + postings.size();
        }
    }

    /** Asks where what goes by a name is. Only the writer sees the newest part of the index. */
    record Locate(ReferenceName name, CompletableFuture<References.Places> done) implements Command {}

    record Give(Grant grant, CompletableFuture<Boolean> done) implements Command {}

    record SetTerms(WorkspaceId workspace, Terms terms, CompletableFuture<Void> done) implements Command {}

    /**
     * Asks for a checkpoint; completed when that is stored.
     *
     * @param first is done with it before it can be followed by another
     */
    record Checkpoint(Consumer<Manifest> first, CompletableFuture<Manifest> done) implements Command {}

    /** Makes the writer look at the clock. */
    record Wake(CompletableFuture<Void> done) implements Command {}
}
