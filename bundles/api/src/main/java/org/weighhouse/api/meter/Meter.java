package org.weighhouse.api.meter;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;

/**
 * Rates readings with the workspace's rate card and takes them to the ledger. Calls block until the result is durable
 * (use a virtual thread) and throw {@link LedgerUnavailableException}, with nothing counted, when the ledger cannot
 * write. An event with a subscriber also counts that subscriber as active. Thread-safe.
 */
@ProviderType
public interface Meter {

    /** Longest time an event may lie in the future; later ones are refused as a wrong clock. */
    Duration MAX_AHEAD = Duration.ofHours(24);

    /**
     * Holds what an event is expected to cost, before it happens.
     *
     * @param estimate the event as expected; its id and source are not counted
     * @param timeout after this the hold ends by itself
     */
    Decision reserve(UsageEvent estimate, Duration timeout);

    /** Ends a hold and counts what really happened. Settling a hold twice counts once. */
    void settle(Hold hold, UsageEvent actual);

    /** Ends a hold, for nothing happened. */
    void release(Hold hold);

    /**
     * Counts events that happened elsewhere, in one durable step.
     *
     * @return a receipt for each event, in the same order
     * @throws IllegalArgumentException if an event names an unknown workspace or lies too far in the future; nothing is
     *     counted then
     */
    List<Receipt> record(List<UsageEvent> events);
}
