package org.weighhouse.api.catalog;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Network;

/**
 * What a key is for, and what it may.
 *
 * @param label what people call it
 * @param scopes what it is good for; at least one
 * @param defaults attribution for calls that do not say their own; names neither account nor key
 * @param expires the first instant at which it is good for nothing any more; empty for never
 * @param sources where it may be used from; empty for everywhere
 */
public record KeyTerms(
        String label, Set<KeyScope> scopes, Attribution defaults, Optional<Instant> expires, List<Network> sources) {

    /** Most networks that a key may be used from. */
    public static final int MAX_SOURCES = 32;

    /** What a key is good for unless it is said otherwise: whatever a bot does, but not to manage. */
    public static final Set<KeyScope> USUAL =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(KeyScope.MANAGE)));

    /** @throws IllegalArgumentException if there is no scope, or there are too many sources */
    public KeyTerms {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key has at least one scope of " + KeyScope.names());
        }
        if (sources.size() > MAX_SOURCES) {
            throw new IllegalArgumentException("a key has at most " + MAX_SOURCES + " sources");
        }
        scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
        sources = List.copyOf(sources);
    }

    /** The usual ones, for ever and from everywhere. */
    public static KeyTerms of(String label) {
        return new KeyTerms(label, USUAL, Attribution.NONE, Optional.empty(), List.of());
    }

    public KeyTerms withScopes(Set<KeyScope> other) {
        return new KeyTerms(label, other, defaults, expires, sources);
    }

    public KeyTerms withDefaults(Attribution other) {
        return new KeyTerms(label, scopes, other, expires, sources);
    }

    public KeyTerms until(Instant end) {
        return new KeyTerms(label, scopes, defaults, Optional.of(end), sources);
    }

    public KeyTerms from(List<Network> networks) {
        return new KeyTerms(label, scopes, defaults, expires, networks);
    }

    public boolean isExpired(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Whether it may be used from there. */
    public boolean allows(InetAddress address) {
        return sources.isEmpty() || sources.stream().anyMatch(network -> network.contains(address));
    }
}
