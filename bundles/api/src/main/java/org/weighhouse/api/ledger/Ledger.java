package org.weighhouse.api.ledger;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.WorkspaceId;

/**
 * Writes entries and holds. Every future completes only after its result is durable, or exceptionally with
 * {@link LedgerUnavailableException} with nothing counted. A full queue also refuses with that exception. Thread-safe;
 * calls return at once, futures complete on a thread of the ledger that must not be blocked.
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
    CompletableFuture<List<Receipt>> record(List<Posting> postings);

    /** Holds credits, or says what is missing. Concurrent holds never exceed what is available. */
    CompletableFuture<ReserveOutcome> reserve(Reservation reservation);

    /**
     * Ends a hold of a workspace and writes what was really used, less or more than was held, in one durable step. A
     * hold of another workspace is {@link SettleOutcome#UNKNOWN} like one that never was; nothing is written then.
     *
     * @throws IllegalArgumentException for more than {@link #MAX_BATCH} postings, or one of another workspace
     */
    CompletableFuture<SettleOutcome> post(WorkspaceId workspace, UUID reservation, List<Posting> actual);

    /**
     * Ends a hold of a workspace and gives everything back. A hold of another workspace is
     * {@link SettleOutcome#UNKNOWN} like one that never was, and stays as it is.
     */
    CompletableFuture<SettleOutcome> release(WorkspaceId workspace, UUID reservation);

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

    LedgerHealth health();
}
