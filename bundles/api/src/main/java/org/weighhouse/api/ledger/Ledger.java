package org.weighhouse.api.ledger;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.Reference;
import org.weighhouse.api.WorkspaceId;

/**
 * Writes entries and holds, of one workspace a call. Every future completes only after its result is durable, or
 * exceptionally with {@link LedgerUnavailableException} with nothing counted. A full queue also refuses with that
 * exception. Thread-safe; calls return at once, futures complete on a thread of the ledger that must not be blocked.
 */
@ProviderType
public interface Ledger {

    /** Largest number of postings in one call. */
    int MAX_BATCH = 10_000;

    /**
     * Writes postings in one durable step, duplicates left out.
     *
     * @return a receipt for each posting, in the same order
     * @throws IllegalArgumentException for more than {@link #MAX_BATCH} postings, or none
     */
    CompletableFuture<List<Receipt>> record(WorkspaceId workspace, List<Posting> postings);

    /** Holds credits, or says what is missing. Concurrent holds never exceed what is available. */
    CompletableFuture<ReserveOutcome> reserve(Reservation reservation);

    /**
     * Ends a hold of a workspace and writes what was really used, less or more than was held, in one durable step. A
     * hold of another workspace is {@link SettleOutcome#UNKNOWN} like one that never was; nothing is written then.
     *
     * @param actual the first is what the hold was for: if that was counted before, the answer is
     *     {@link SettleOutcome#COUNTED_BEFORE} and nothing happens. Of the others, what was counted before is left out
     * @param basis what is known of the first posting's reference in its channel; {@link SettleOutcome#STALE} is answered
     *     if more was said of it by now
     * @throws IllegalArgumentException for more than {@link #MAX_BATCH} postings
     */
    CompletableFuture<SettleOutcome> post(
            WorkspaceId workspace, UUID reservation, List<Posting> actual, Dossier.Basis basis);

    /**
     * Ends a hold of a workspace and gives everything back. A hold of another workspace is
     * {@link SettleOutcome#UNKNOWN} like one that never was, and stays as it is.
     */
    CompletableFuture<SettleOutcome> voidHold(WorkspaceId workspace, UUID reservation);

    /**
     * Writes down what was said of a reference, and with it the postings that follow from it, in one durable step. An
     * amendment that was written down before is not written again, nor are its postings.
     *
     * @param basis the state that the postings were worked out from; {@link AmendOutcome#STALE} is answered if it is
     *     another by now
     * @param postings empty if nothing was counted under the reference yet
     * @throws IllegalArgumentException for more than {@link #MAX_BATCH} postings, or a reference of none
     */
    CompletableFuture<AmendOutcome> amend(
            WorkspaceId workspace,
            String channel,
            Reference reference,
            Amendment amendment,
            Dossier.Basis basis,
            List<Posting> postings);

    /**
     * Gives credits.
     *
     * @return whether it was given now; false if the workspace had a grant of that id before
     */
    CompletableFuture<Boolean> grant(Grant grant);

    /**
     * Opens or changes a workspace's account. Changed allowances count from the current month on. Setting equal terms
     * again writes nothing.
     */
    CompletableFuture<Void> setTerms(WorkspaceId workspace, Terms terms);

    /** Whether entries of a workspace are taken: how the shard is that it lives on. */
    LedgerHealth health(WorkspaceId workspace);

    /** How every shard is. */
    List<ShardHealth> shards();

    /** The first shard's trouble, or {@link LedgerHealth#UP} if all of them take entries. */
    default LedgerHealth health() {
        return shards().stream()
                .map(ShardHealth::health)
                .filter(health -> !health.writable())
                .findFirst()
                .orElse(LedgerHealth.UP);
    }
}
