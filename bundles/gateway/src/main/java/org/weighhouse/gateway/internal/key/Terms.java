package org.weighhouse.gateway.internal.key;

import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.weighhouse.api.catalog.Validity;
import org.weighhouse.api.channel.Refusal;

/** Whether something that somebody presents is good now and from where they are. */
final class Terms {

    private Terms() {}

    /**
     * @param what such as {@code key}
     * @param from the caller's address; empty if it cannot be told
     */
    static Optional<Refusal> refusal(String what, Validity validity, Instant now, Optional<InetAddress> from) {
        if (validity.isExpired(now)) {
            return Optional.of(Refusal.of(
                    Refusal.Reason.UNKNOWN_KEY,
                    "This " + what + " expired at "
                            + validity.expires().orElseThrow().truncatedTo(ChronoUnit.SECONDS)
                            + ". Ask for another one."));
        }
        if (!validity.sources().isEmpty() && from.filter(validity::allows).isEmpty()) {
            return Optional.of(Refusal.of(
                    Refusal.Reason.FORBIDDEN,
                    "This " + what + " may not be used from your address"
                            + from.map(address -> ", " + address.getHostAddress())
                                    .orElse("") + "."));
        }
        return Optional.empty();
    }
}
