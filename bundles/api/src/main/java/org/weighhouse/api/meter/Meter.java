package org.weighhouse.api.meter;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.SettleOutcome;

/**
 * Rates readings with the workspace's rate card and takes them to the ledger. Calls block until the result is durable
 * (use a virtual thread) and throw {@link LedgerUnavailableException}, with nothing counted, when the ledger cannot
 * write. An event with a subscriber also counts that subscriber as active; an engagement also counts its value.
 * Thread-safe.
 *
 * <p>Refused with {@link IllegalArgumentException}, by every method that takes an event:
 *
 * <ul>
 *   <li>an unknown workspace;
 *   <li>a time more than {@link #MAX_AHEAD} in the future, or before the year 2000 (UTC);
 *   <li>a source that starts with {@value #RESERVED_SOURCES}, for those are the meter's own;
 *   <li>an {@link org.weighhouse.api.Reading.ActiveSubscriber} whose attribution names no subscriber;
 *   <li>a cost or value larger than can be counted.
 * </ul>
 */
@ProviderType
public interface Meter {

    /** Longest time an event may lie in the future; later ones are refused as a wrong clock. */
    Duration MAX_AHEAD = Duration.ofHours(24);

    /** How the sources begin that nobody but the meter itself counts under. */
    String RESERVED_SOURCES = "weighhouse:";

    /**
     * Holds what an event is expected to cost, before it happens.
     *
     * @param estimate the event as expected; its id and source are not counted
     * @param timeout after this the hold ends by itself
     * @throws IllegalArgumentException if the event is one the meter refuses; nothing is held then
     */
    Decision reserve(UsageEvent estimate, Duration timeout);

    /**
     * Ends a hold and counts what really happened. Settling a hold twice counts once. Of a hold that its workspace
     * never had ({@link SettleOutcome#UNKNOWN}) nothing is counted: a caller who knows that it happened all the same
     * takes it to {@link #record}.
     *
     * @throws IllegalArgumentException if the event is one the meter refuses, or of another workspace than the hold;
     *     nothing is changed then
     */
    SettleOutcome settle(Hold hold, UsageEvent actual);

    /** Ends a hold, for nothing happened. */
    SettleOutcome release(Hold hold);

    /**
     * Counts events that happened elsewhere, in one durable step: at most {@link Ledger#MAX_BATCH}, of which an
     * engagement takes two, for its value is counted with it.
     *
     * @return a receipt for each event, in the same order
     * @throws IllegalArgumentException if there are too many, or one is refused; nothing is counted then
     */
    List<Receipt> record(List<UsageEvent> events);
}
