package org.weighhouse.meter.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.UnaskedLedger;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;

/** A ledger in memory that decides as the real one does, and takes nothing for an account without terms. Thread-safe. */
final class FakeLedger extends FakeQueries implements UnaskedLedger {

    final Map<WorkspaceId, Terms> terms = new HashMap<>();
    final List<WorkspaceId> termsSent = new ArrayList<>();
    final List<List<Posting>> batches = new ArrayList<>();
    final Map<UUID, Reservation> holds = new LinkedHashMap<>();
    final Map<UUID, SettleOutcome> ended = new HashMap<>();

    volatile boolean down;
    /** Completes when terms are to be written; already done for "at once". */
    CompletableFuture<Void> termsGate = CompletableFuture.completedFuture(null);
    /** What reserve answers in place of a hold. */
    Optional<CompletableFuture<ReserveOutcome>> reserveAnswer = Optional.empty();
    /** As long as it is set, every basis is called stale. */
    boolean alwaysStale;

    int stale;

    synchronized List<LedgerEntry> entries() {
        return book.entries();
    }

    synchronized Amount used(Unit unit) {
        return book.used(unit);
    }

    @Override
    public synchronized CompletableFuture<List<Receipt>> record(WorkspaceId workspace, List<Posting> postings) {
        return answer(() -> {
            if (postings.isEmpty() || postings.size() > MAX_BATCH) {
                throw new IllegalArgumentException("batch of " + postings.size());
            }
            requireTerms(workspace);
            return write(workspace, postings);
        });
    }

    private List<Receipt> write(WorkspaceId workspace, List<Posting> postings) {
        batches.add(postings);
        return postings.stream().map(posting -> book.write(workspace, posting)).toList();
    }

    @Override
    public synchronized CompletableFuture<ReserveOutcome> reserve(Reservation reservation) {
        return answer(() -> {
                    requireTerms(reservation.workspace());
                    holds.put(reservation.id(), reservation);
                    return reservation;
                })
                .thenCompose(held -> reserveAnswer.orElseGet(() -> CompletableFuture.completedFuture(
                        new ReserveOutcome.Held(held.id(), Instant.now().plus(held.timeout())))));
    }

    @Override
    public CompletableFuture<SettleOutcome> post(
            WorkspaceId workspace, UUID reservation, List<Posting> actual, Dossier.Basis basis) {
        synchronized (this) {
            return answer(() -> {
                SettleOutcome outcome = state(workspace, reservation);
                if (outcome != SettleOutcome.SETTLED && outcome != SettleOutcome.EXPIRED) {
                    return outcome;
                }
                Posting first = actual.getFirst();
                Dossier.Basis now = new Dossier.Basis(false, 0);
                if (!first.reference().isNone()) {
                    now = book.dossier(new FakeBook.Place(
                                    workspace, first.attribution().channel(), first.reference()))
                            .basis();
                }
                if (alwaysStale || !isSame(now, basis)) {
                    stale++;
                    return SettleOutcome.STALE;
                }
                if (book.knows(workspace, first)) {
                    return SettleOutcome.COUNTED_BEFORE;
                }
                if (outcome == SettleOutcome.SETTLED) {
                    holds.remove(reservation);
                    ended.put(reservation, SettleOutcome.ALREADY_POSTED);
                }
                write(workspace, actual);
                return outcome;
            });
        }
    }

    private static boolean isSame(Dossier.Basis now, Dossier.Basis basis) {
        return now.amendments() == basis.amendments() && (now.amendments() == 0 || now.counted() == basis.counted());
    }

    @Override
    public synchronized CompletableFuture<SettleOutcome> voidHold(WorkspaceId workspace, UUID reservation) {
        return answer(() -> {
            SettleOutcome outcome = state(workspace, reservation);
            if (outcome == SettleOutcome.SETTLED) {
                holds.remove(reservation);
                ended.put(reservation, SettleOutcome.ALREADY_VOIDED);
            }
            return outcome;
        });
    }

    private SettleOutcome state(WorkspaceId workspace, UUID reservation) {
        if (ended.containsKey(reservation)) {
            return ended.get(reservation);
        }
        boolean held = Optional.ofNullable(holds.get(reservation))
                .filter(hold -> hold.workspace().equals(workspace))
                .isPresent();
        return held ? SettleOutcome.SETTLED : SettleOutcome.UNKNOWN;
    }

    /** Lets a hold end by itself. */
    synchronized void expire(UUID reservation) {
        holds.remove(reservation);
        ended.put(reservation, SettleOutcome.EXPIRED);
    }

    @Override
    public CompletableFuture<AmendOutcome> amend(
            WorkspaceId workspace,
            String channel,
            Reference reference,
            Amendment amendment,
            Dossier.Basis basis,
            List<Posting> postings) {
        synchronized (this) {
            return answer(() -> {
                requireTerms(workspace);
                FakeBook.Place place = new FakeBook.Place(workspace, channel, reference);
                Dossier now = book.dossier(place);
                Optional<Amendment> same = now.amendments().stream()
                        .filter(said -> said.id().equals(amendment.id()))
                        .findFirst();
                if (same.isPresent()) {
                    return same.get().equals(amendment) ? AmendOutcome.DUPLICATE : AmendOutcome.CONFLICT;
                }
                // Unlike a post, it rests on whether something was counted also if nothing was said yet.
                if (alwaysStale || !now.basis().equals(basis)) {
                    stale++;
                    return AmendOutcome.STALE;
                }
                if (now.amendments().size() >= Dossier.MAX_AMENDMENTS) {
                    return AmendOutcome.TOO_MANY;
                }
                if (postings.size() > MAX_BATCH) {
                    throw new IllegalArgumentException("batch of " + postings.size());
                }
                book.note(place, amendment);
                write(workspace, postings);
                return basis.counted() ? AmendOutcome.APPLIED : AmendOutcome.KEPT;
            });
        }
    }

    @Override
    public synchronized CompletableFuture<Void> setTerms(WorkspaceId workspace, Terms set) {
        return answer(() -> {
                    termsSent.add(workspace);
                    return set;
                })
                .thenCompose(sent -> termsGate.thenRun(() -> terms.put(workspace, sent)));
    }

    private void requireTerms(WorkspaceId workspace) {
        if (!terms.containsKey(workspace)) {
            throw new AssertionError("no terms for " + workspace);
        }
    }

    private <T> CompletableFuture<T> answer(Supplier<T> decision) {
        if (down) {
            return CompletableFuture.failedFuture(new LedgerUnavailableException("disk full"));
        }
        try {
            return CompletableFuture.completedFuture(decision.get());
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
