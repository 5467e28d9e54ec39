package org.weighhouse.api.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/** Reads what the ledger holds. Shows durable entries only. Thread-safe; an unknown workspace has used nothing. */
@ProviderType
public interface UsageQueries {

    /** Most groups of a {@link #top}. */
    int MAX_TOP = 1_000;

    /** Most rows of a {@link #query}, and most slices of a range. */
    int MAX_ROWS = 100_000;

    /** Most entries of an {@link EntryPage}, and of a {@link #find}. */
    int MAX_ENTRIES = 1_000;

    /**
     * Where a workspace stood at an instant, within the month that it lies in. For an instant in the past, what happened
     * before it is counted as used, by what is known of it now.
     */
    Balance balance(WorkspaceId workspace, Unit unit, Instant at);

    /**
     * Sums, ordered by slice, then by group.
     *
     * @throws IllegalArgumentException if that would be more than {@link #MAX_ROWS} rows
     * @throws LedgerUnavailableException if the journal cannot be read
     */
    List<UsageRow> query(UsageQuery query);

    /**
     * The groups with the most usage over the whole range; the query's window is not looked at.
     *
     * @param count most groups, 1 to {@link #MAX_TOP}
     * @throws IllegalArgumentException for another count
     * @throws LedgerUnavailableException if the journal cannot be read
     */
    TopUsage top(UsageQuery query, int count);

    /**
     * The slices of time a range is cut into, oldest first, the first and last cut to the range.
     *
     * @throws IllegalArgumentException if that would be more than {@link #MAX_ROWS}
     */
    List<TimeRange> slices(TimeRange range, Window window, ZoneId zone);

    /**
     * Why a number is what it is: exactly the entries whose amounts {@link #query} adds up for this query's range and
     * filter, corrections and what was counted as {@link org.weighhouse.api.Attribution#OTHER} included, oldest written
     * first, a page at a time. Entries written meanwhile come at the end.
     *
     * @param from {@link EntryPage#START}, or what the page before said
     * @param limit most entries of the page, 1 to {@link #MAX_ENTRIES}
     * @throws IllegalArgumentException for another limit, or a place to begin that no page said
     * @throws LedgerUnavailableException if the journal cannot be read
     */
    EntryPage explain(UsageQuery query, long from, int limit);

    /**
     * The entries that a platform's name stands for, newest first, corrections included; at most {@link #MAX_ENTRIES}.
     *
     * @param channel id of the channel they were counted under
     * @throws LedgerUnavailableException if the journal cannot be read
     */
    List<LedgerEntry> find(WorkspaceId workspace, String channel, Reference reference);

    /**
     * What an amendment of a reference has to know: the oldest entry of that name, and all that was said of it since.
     *
     * @throws LedgerUnavailableException if the journal cannot be read
     */
    Dossier dossier(WorkspaceId workspace, String channel, Reference reference);

    /**
     * Calls the listener soon after entries, holds or grants of a workspace became durable, with the workspace's id.
     * Calls come one at a time on a thread of the ledger; the listener returns quickly and does not block.
     */
    Subscription subscribe(Consumer<WorkspaceId> listener);
}
