package org.weighhouse.api.meter;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reference;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.SettleOutcome;

/**
 * Rates readings with the workspace's rate card and price book and takes them to the ledger. Calls block until the result
 * is durable (use a virtual thread) and throw {@link LedgerUnavailableException}, with nothing counted, when the ledger
 * cannot write. Whatever has a subscriber also counts that subscriber as active; an engagement also counts its value; what
 * has a price also counts its cost. Thread-safe.
 *
 * <p>What the gateway saw itself ({@link Occurrence}) is counted under an id of ours in a source that begins with
 * {@value #RESERVED_SOURCES}; what others report ({@link UsageEvent}) under theirs, which cannot begin so. So nobody
 * outside can claim, write or correct what the gateway counted.
 *
 * <p>Refused with {@link IllegalArgumentException}, by every method that takes an occurrence or event:
 *
 * <ul>
 *   <li>an unknown workspace;
 *   <li>a time more than {@link #MAX_AHEAD} in the future, or before {@link UsageEvent#EARLIEST};
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
     * Holds what something is expected to cost, before it happens: credits or tokens, and money where it has a price.
     *
     * @param expected its reference is not looked at
     * @param timeout after this the hold ends by itself
     * @throws IllegalArgumentException if it is refused; nothing is held then
     */
    Decision reserve(WorkspaceId workspace, Occurrence expected, Duration timeout);

    /**
     * Ends a hold and counts what really happened, with what was said of its reference already. Settling a hold twice
     * counts once. Of a hold that its workspace never had ({@link SettleOutcome#UNKNOWN}) nothing is counted: a caller
     * who knows that it happened all the same takes it to {@link #observe}.
     *
     * @return never {@link SettleOutcome#STALE}; {@link SettleOutcome#SETTLED} only if it is counted now
     * @throws IllegalArgumentException if it is refused; nothing is changed then
     */
    SettleOutcome settle(Hold hold, Occurrence actual);

    /** Ends a hold, for nothing happened. */
    SettleOutcome voidHold(Hold hold);

    /**
     * Counts something that an adapter saw happen and for which nothing was held: what a verified webhook tells.
     *
     * @param observer who saw it, such as a channel account's id: ids of different observers stay apart. 1 to 128
     *     characters
     * @param id the observer's name for it: the same one counts once. Of any length
     * @throws IllegalArgumentException if it is refused; nothing is counted then
     */
    Receipt observe(WorkspaceId workspace, String observer, String id, Occurrence seen);

    /**
     * Restates something that was counted, or will be, by the name that its platform has for it, whatever it was
     * attributed to. Any order, any repetition and any delay give the same result. If several things were counted under
     * the name, the first one is meant.
     *
     * @param channel id of the channel it was counted under
     * @return never {@link AmendOutcome#STALE}
     * @throws IllegalArgumentException for an unknown workspace or a reference of none; nothing is changed then
     */
    AmendOutcome amend(WorkspaceId workspace, String channel, Reference reference, Amendment amendment);

    /**
     * What something was for that was counted under the name its platform has for it, so that an answer to it can be counted
     * for the same.
     *
     * @param channel id of the channel it was counted under
     * @return {@link Attribution#NONE} if nothing was counted under the name
     */
    Attribution attribution(WorkspaceId workspace, String channel, Reference reference);

    /**
     * Counts events that happened elsewhere, in one durable step: at most {@link Ledger#MAX_BATCH}, of which an
     * engagement and what has a price take two.
     *
     * @return a receipt for each event, in the same order
     * @throws IllegalArgumentException if there are too many, or one is refused; nothing is counted then
     */
    List<Receipt> record(WorkspaceId workspace, List<UsageEvent> events);
}
