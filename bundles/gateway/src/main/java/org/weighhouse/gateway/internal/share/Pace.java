package org.weighhouse.gateway.internal.share;

import java.time.Clock;
import java.time.Duration;
import org.weighhouse.api.share.Sharer;
import org.weighhouse.gateway.internal.settings.ShareSettings;

/**
 * How fast keys and their workspaces may ask. A request that is a little early waits for its turn; one that is too early
 * is refused, but waits as well, so that asking again at once gains nothing and costs the door little. Thread-safe.
 */
public final class Pace {

    /** What a request may carry without being counted as more than one, in bytes. */
    public static final int BYTES_A_CALL = 64 * 1024;

    private final RateLimiter members;
    private final RateLimiter groups;
    private final Duration patience;

    public Pace(ShareSettings settings, Clock clock) {
        this.members = new RateLimiter(settings.key(), settings.maxPaces(), clock);
        this.groups = new RateLimiter(settings.workspace(), settings.maxPaces(), clock);
        this.patience = settings.paceWait();
    }

    /** Waits for a request's turn. If it does not come soon, how long that takes: zero means that it may go on. */
    public Duration await(Sharer sharer) {
        Duration wait = members.take(sharer.member(), patience);
        if (wait.compareTo(patience) <= 0) {
            Duration group = groups.take(sharer.group(), patience);
            wait = group.compareTo(wait) > 0 ? group : wait;
        }
        boolean refused = wait.compareTo(patience) > 0;
        boolean waited = sleep(refused ? patience : wait);
        return waited && !refused ? Duration.ZERO : wait;
    }

    /** A body was read: each full {@link #BYTES_A_CALL} of it count like one more request. */
    public void read(Sharer sharer, int bytes) {
        int calls = bytes / BYTES_A_CALL;
        if (calls > 0) {
            members.charge(sharer.member(), calls);
            groups.charge(sharer.group(), calls);
        }
    }

    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
