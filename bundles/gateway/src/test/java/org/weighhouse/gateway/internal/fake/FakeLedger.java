package org.weighhouse.gateway.internal.fake;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;

/** Only health. */
public final class FakeLedger implements Ledger {

    private volatile LedgerHealth health = LedgerHealth.UP;

    public void health(LedgerHealth now) {
        health = now;
    }

    @Override
    public CompletableFuture<SettleOutcome> release(WorkspaceId workspace, UUID reservation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LedgerHealth health() {
        return health;
    }

    @Override
    public CompletableFuture<List<Receipt>> record(List<Posting> postings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<ReserveOutcome> reserve(Reservation reservation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<SettleOutcome> post(WorkspaceId workspace, UUID reservation, List<Posting> actual) {
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
