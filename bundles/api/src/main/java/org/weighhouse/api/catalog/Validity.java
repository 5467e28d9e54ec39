package org.weighhouse.api.catalog;

import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Network;

/**
 * When and from where a key or token is good.
 *
 * @param expires the first instant at which it is good for nothing any more, to the millisecond; empty for never
 * @param sources where it may be used from; empty for everywhere
 */
public record Validity(Optional<Instant> expires, List<Network> sources) {

    /** Most networks that something may be used from. */
    public static final int MAX_SOURCES = 32;

    /** For ever and from everywhere. */
    public static final Validity ALWAYS = new Validity(Optional.empty(), List.of());

    /** @throws IllegalArgumentException if there are too many sources */
    public Validity {
        if (sources.size() > MAX_SOURCES) {
            throw new IllegalArgumentException("there are at most " + MAX_SOURCES + " sources");
        }
        expires = expires.map(end -> end.truncatedTo(ChronoUnit.MILLIS));
        sources = List.copyOf(sources);
    }

    public Validity until(Instant end) {
        return new Validity(Optional.of(end), sources);
    }

    public Validity from(List<Network> networks) {
        return new Validity(expires, networks);
    }

    public boolean isExpired(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Whether it may be used from there. */
    public boolean allows(InetAddress address) {
        return sources.isEmpty() || sources.stream().anyMatch(network -> network.contains(address));
    }
}
