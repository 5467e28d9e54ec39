package org.weighhouse.api.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/** Reads what the ledger holds. Shows durable entries only. Thread-safe; an unknown workspace has used nothing. */
@ProviderType
public interface UsageQueries {

    /** Most groups of a {@link #top}. */
    int MAX_TOP = 1_000;

    /** The balance of the month that {@code at} lies in. */
    Balance balance(WorkspaceId workspace, Unit unit, Instant at);

    /** Sums over roll-up cells, ordered by slice, then by group. */
    List<UsageRow> query(UsageQuery query);

    /**
     * The groups with the most usage over the whole range; the query's window is not looked at.
     *
     * @param count most groups, 1 to {@link #MAX_TOP}
     * @throws IllegalArgumentException for another count
     */
    TopUsage top(UsageQuery query, int count);

    /**
     * Hands over the entries of a time range, oldest written first, without loading them all at once.
     *
     * @throws LedgerUnavailableException if the journal cannot be read
     */
    void entries(WorkspaceId workspace, Unit unit, TimeRange range, Consumer<LedgerEntry> each);

    /**
     * Why a number is what it is: hands over exactly the entries whose amounts {@link #query} adds up for this query's
     * range and filter, corrections and what was counted as {@link org.weighhouse.api.Attribution#OTHER} included;
     * oldest written first, streamed.
     *
     * @throws LedgerUnavailableException if the journal cannot be read
     */
    void explain(UsageQuery query, Consumer<LedgerEntry> each);

    /**
     * Calls the listener soon after entries, holds or grants of a workspace became durable, with the workspace's id.
     * Calls come one at a time on a thread of the ledger; the listener returns quickly and does not block.
     */
    Subscription subscribe(Consumer<WorkspaceId> listener);
}
