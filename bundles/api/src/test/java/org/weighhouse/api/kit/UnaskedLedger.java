package org.weighhouse.api.kit;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.weighhouse.api.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.ShardHealth;
import org.weighhouse.api.ledger.Terms;

/** A ledger for fakes that override what is asked of them; whoever asks anything else is told so. */
public interface UnaskedLedger extends Ledger {

    @Override
    default CompletableFuture<List<Receipt>> record(WorkspaceId workspace, List<Posting> postings) {
        throw new UnsupportedOperationException("record was not expected");
    }

    @Override
    default CompletableFuture<ReserveOutcome> reserve(Reservation reservation) {
        throw new UnsupportedOperationException("reserve was not expected");
    }

    @Override
    default CompletableFuture<SettleOutcome> post(
            WorkspaceId workspace, UUID reservation, List<Posting> actual, Dossier.Basis basis) {
        throw new UnsupportedOperationException("post was not expected");
    }

    @Override
    default CompletableFuture<SettleOutcome> voidHold(WorkspaceId workspace, UUID reservation) {
        throw new UnsupportedOperationException("voidHold was not expected");
    }

    @Override
    default CompletableFuture<AmendOutcome> amend(
            WorkspaceId workspace,
            String channel,
            Reference reference,
            Amendment amendment,
            Dossier.Basis basis,
            List<Posting> postings) {
        throw new UnsupportedOperationException("amend was not expected");
    }

    @Override
    default CompletableFuture<Boolean> grant(Grant grant) {
        throw new UnsupportedOperationException("grant was not expected");
    }

    @Override
    default CompletableFuture<Void> setTerms(WorkspaceId workspace, Terms terms) {
        throw new UnsupportedOperationException("setTerms was not expected");
    }

    @Override
    default LedgerHealth health(WorkspaceId workspace) {
        throw new UnsupportedOperationException("health was not expected");
    }

    @Override
    default List<ShardHealth> shards() {
        throw new UnsupportedOperationException("shards was not expected");
    }
}
