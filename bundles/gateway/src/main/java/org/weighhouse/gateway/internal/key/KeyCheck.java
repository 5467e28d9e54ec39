package org.weighhouse.gateway.internal.key;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.gateway.internal.neighbour.Slot;

/** Whether a key is good for something, now and from somewhere. The one place that knows, for channels and REST alike. */
public record KeyCheck(Slot<ApiKeys> keys, Clock clock) {

    /** What came of it. */
    public sealed interface Answer {}

    public record Good(ApiKeys.KeyInfo key) implements Answer {}

    /** There is no such key. */
    public record Unknown() implements Answer {}

    /** There is one, and it is not good for this. */
    public record Refused(ApiKeys.KeyInfo key, Refusal refusal) implements Answer {}

    /** There is nobody to tell whose it is. */
    public record Unchecked() implements Answer {}

    /**
     * @param wanted what it has to be good for; empty if that is looked at elsewhere
     * @param from the caller's address; empty if it cannot be told
     */
    public Answer check(String presented, Optional<KeyScope> wanted, Optional<InetAddress> from) {
        Optional<ApiKeys> known = keys.find();
        if (known.isEmpty()) {
            return new Unchecked();
        }
        Optional<ApiKeys.KeyInfo> key = known.get().resolve(presented);
        if (key.isEmpty()) {
            return new Unknown();
        }
        KeyTerms terms = key.get().terms();
        Optional<Refusal> refusal = Terms.refusal("key", terms.validity(), clock.instant(), from)
                .or(() ->
                        wanted.filter(scope -> !terms.scopes().contains(scope)).map(KeyCheck::lacks));
        if (refusal.isPresent()) {
            return new Refused(key.get(), refusal.get());
        }
        known.get().used(key.get().id());
        return new Good(key.get());
    }

    private static Refusal lacks(KeyScope scope) {
        return Refusal.of(Refusal.Reason.FORBIDDEN, "This key does not have the scope " + scope.slug() + ".");
    }
}
