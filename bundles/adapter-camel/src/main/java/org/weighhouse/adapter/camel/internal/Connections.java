package org.weighhouse.adapter.camel.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.share.SharedPool;
import org.weighhouse.api.share.Sharer;

/**
 * The connections to each upstream, shared by workspaces and keys: one whose platform stays silent keeps its own share
 * waiting and nobody else. Thread-safe.
 */
final class Connections {

    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    static final Refusal FULL = new Refusal(
            Refusal.Reason.UNAVAILABLE,
            "Too many calls are under way to this platform; nothing was sent.",
            RETRY_AFTER);

    private static final Refusal OVER_SHARE = new Refusal(
            Refusal.Reason.TOO_MANY_REQUESTS,
            "Too many calls of this key or its workspace are under way to this platform; nothing was sent. Wait for"
                    + " some of them to end.",
            RETRY_AFTER);

    /** By endpoint; only those that are in use, so that addresses which are used no more are forgotten. */
    private final Map<String, SharedPool> pools = new ConcurrentHashMap<>();

    /**
     * Takes a connection for a call until it leaves.
     *
     * @param most most connections to the endpoint
     * @return why there is none
     */
    Optional<Refusal> take(String endpoint, int most, Sharer sharer, InFlight.Ticket ticket) {
        AtomicReference<SharedPool.Answer> answer = new AtomicReference<>();
        pools.compute(endpoint, (any, known) -> {
            SharedPool pool = known == null ? new SharedPool(most) : known;
            SharedPool.Part part = pool.open(sharer);
            answer.set(part.take(1));
            if (answer.get() == SharedPool.Answer.TAKEN) {
                ticket.atLast(() -> giveBack(endpoint, part));
            }
            return inUse(pool);
        });
        return switch (answer.get()) {
            case TAKEN -> Optional.empty();
            case OVER_SHARE -> Optional.of(OVER_SHARE);
            case FULL -> Optional.of(FULL);
        };
    }

    private void giveBack(String endpoint, SharedPool.Part part) {
        pools.computeIfPresent(endpoint, (any, pool) -> {
            part.close();
            return inUse(pool);
        });
    }

    /** Null takes it out of the map. */
    private static SharedPool inUse(SharedPool pool) {
        return pool.used() == 0 ? null : pool;
    }
}
