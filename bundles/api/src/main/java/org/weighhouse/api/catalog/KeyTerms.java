package org.weighhouse.api.catalog;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Network;

/**
 * What a key is for, and what it may.
 *
 * @param label what people call it
 * @param scopes what it is good for; at least one
 * @param defaults attribution for calls that do not say their own; names neither account nor key
 * @param validity when and from where it is good
 */
public record KeyTerms(String label, Set<KeyScope> scopes, Attribution defaults, Validity validity) {

    /** What a key is good for unless it is said otherwise: whatever a bot does, but not to manage. */
    public static final Set<KeyScope> USUAL =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(KeyScope.MANAGE)));

    /** @throws IllegalArgumentException if there is no scope */
    public KeyTerms {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key has at least one scope of " + KeyScope.names());
        }
        scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    /** The usual ones, for ever and from everywhere. */
    public static KeyTerms of(String label) {
        return new KeyTerms(label, USUAL, Attribution.NONE, Validity.ALWAYS);
    }

    public KeyTerms withScopes(Set<KeyScope> other) {
        return new KeyTerms(label, other, defaults, validity);
    }

    public KeyTerms withDefaults(Attribution other) {
        return new KeyTerms(label, scopes, other, validity);
    }

    public KeyTerms until(Instant end) {
        return new KeyTerms(label, scopes, defaults, validity.until(end));
    }

    public KeyTerms from(List<Network> networks) {
        return new KeyTerms(label, scopes, defaults, validity.from(networks));
    }
}
