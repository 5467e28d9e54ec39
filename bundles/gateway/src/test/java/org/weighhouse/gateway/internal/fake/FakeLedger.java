package org.weighhouse.gateway.internal.fake;

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

/** Only health, of two shards. */
public final class FakeLedger implements Ledger {

    private volatile LedgerHealth second = LedgerHealth.UP;

    /** How the second shard is from now on; the first one is always up. */
    public void health(LedgerHealth now) {
        second = now;
    }

    @Override
    public List<ShardHealth> shards() {
        return List.of(new ShardHealth(0, LedgerHealth.UP), new ShardHealth(1, second));
    }

    @Override
    public LedgerHealth health(WorkspaceId workspace) {
        return LedgerHealth.UP;
    }

    @Override
    public CompletableFuture<List<Receipt>> record(WorkspaceId workspace, List<Posting> postings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<ReserveOutcome> reserve(Reservation reservation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<SettleOutcome> post(
            WorkspaceId workspace, UUID reservation, List<Posting> actual, Dossier.Basis basis) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<SettleOutcome> release(WorkspaceId workspace, UUID reservation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<AmendOutcome> amend(
            WorkspaceId workspace,
            String channel,
            Reference reference,
            Amendment amendment,
            Dossier.Basis basis,
            List<Posting> postings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Boolean> grant(Grant grant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> setTerms(WorkspaceId workspace, Terms terms) {
        throw new UnsupportedOperationException();
    }
}
