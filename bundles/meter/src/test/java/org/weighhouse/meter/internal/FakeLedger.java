package org.weighhouse.meter.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;

/** A ledger in memory that keeps the rule of exactly once and takes nothing for an account without terms. */
final class FakeLedger implements Ledger {

    private record Name(WorkspaceId workspace, String source, String id) {}

    final Map<WorkspaceId, Terms> terms = new HashMap<>();
    final List<Terms> termsSent = new ArrayList<>();
    final List<List<Posting>> batches = new ArrayList<>();
    final Map<UUID, Reservation> holds = new LinkedHashMap<>();
    private final Map<Name, Posting> entries = new LinkedHashMap<>();

    boolean down;
    /** Completes when terms are to be written; already done for "at once". */
    CompletableFuture<Void> termsGate = CompletableFuture.completedFuture(null);
    /** What reserve answers in place of a hold, if set. */
    CompletableFuture<ReserveOutcome> reserveAnswer;

    List<Posting> entries() {
        return List.copyOf(entries.values());
    }

    Amount used(Unit unit) {
        return entries.values().stream()
                .filter(posting -> posting.unit() == unit)
                .map(Posting::amount)
                .reduce(Amount.ZERO, Amount::plus);
    }

    @Override
    public CompletableFuture<List<Receipt>> record(List<Posting> postings) {
        if (down) {
            return unavailable();
        }
        if (postings.isEmpty() || postings.size() > MAX_BATCH) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("batch of " + postings.size()));
        }
        batches.add(postings);
        return CompletableFuture.completedFuture(
                postings.stream().map(this::write).toList());
    }

    private Receipt write(Posting posting) {
        if (!terms.containsKey(posting.workspace())) {
            throw new AssertionError("no terms for " + posting.workspace());
        }
        Posting earlier = entries.putIfAbsent(new Name(posting.workspace(), posting.source(), posting.id()), posting);
        if (earlier == null) {
            return new Receipt(Receipt.Status.RECORDED, entries.size());
        }
        return new Receipt(earlier.equals(posting) ? Receipt.Status.DUPLICATE : Receipt.Status.CONFLICT, 1);
    }

    @Override
    public CompletableFuture<ReserveOutcome> reserve(Reservation reservation) {
        if (down) {
            return unavailable();
        }
        if (!terms.containsKey(reservation.workspace())) {
            throw new AssertionError("no terms for " + reservation.workspace());
        }
        holds.put(reservation.id(), reservation);
        return reserveAnswer != null
                ? reserveAnswer
                : CompletableFuture.completedFuture(
                        new ReserveOutcome.Held(reservation.id(), Instant.now().plus(reservation.timeout())));
    }

    @Override
    public CompletableFuture<SettleOutcome> post(WorkspaceId workspace, UUID reservation, List<Posting> actual) {
        if (down) {
            return unavailable();
        }
        if (!end(workspace, reservation)) {
            return CompletableFuture.completedFuture(SettleOutcome.UNKNOWN);
        }
        batches.add(actual);
        actual.forEach(this::write);
        return CompletableFuture.completedFuture(SettleOutcome.SETTLED);
    }

    @Override
    public CompletableFuture<SettleOutcome> release(WorkspaceId workspace, UUID reservation) {
        return CompletableFuture.completedFuture(
                end(workspace, reservation) ? SettleOutcome.SETTLED : SettleOutcome.UNKNOWN);
    }

    private boolean end(WorkspaceId workspace, UUID reservation) {
        return holds.values()
                .removeIf(hold ->
                        hold.id().equals(reservation) && hold.workspace().equals(workspace));
    }

    @Override
    public CompletableFuture<Boolean> grant(Grant grant) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("the meter grants nothing"));
    }

    @Override
    public CompletableFuture<Void> setTerms(WorkspaceId workspace, Terms set) {
        if (down) {
            return unavailable();
        }
        termsSent.add(set);
        return termsGate.thenRun(() -> terms.put(workspace, set));
    }

    @Override
    public LedgerHealth health() {
        return down ? new LedgerHealth(false, "down") : LedgerHealth.UP;
    }

    private static <T> CompletableFuture<T> unavailable() {
        return CompletableFuture.failedFuture(new LedgerUnavailableException("disk full"));
    }
}
