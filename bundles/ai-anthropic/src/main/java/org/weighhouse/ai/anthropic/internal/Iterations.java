package org.weighhouse.ai.anthropic.internal;

import java.util.Optional;
import java.util.Set;
import org.weighhouse.adapter.ai.Figures;
import org.weighhouse.adapter.ai.Scalar;
import org.weighhouse.adapter.ai.TokenUsage;
import org.weighhouse.api.TokenBuckets;

/**
 * The turns that a call took on the server, which its usage lists. Most of them are in the usage itself; what a summary of
 * a long conversation and another model's advice took is not. Types after {@code BetaUsage} of Anthropic's libraries.
 */
final class Iterations {

    private static final Set<String> BESIDES = Set.of("compaction", "advisor_message");

    private TokenUsage usage = new TokenUsage();
    private String type = "";
    private TokenBuckets sum = TokenBuckets.NONE;
    private boolean any;

    /** Another one begins. */
    void next() {
        finish();
        any = true;
    }

    void tell(String field, Scalar value) {
        if (field.equals("type")) {
            type = value.asText();
        } else {
            usage.tell(field, value);
        }
    }

    /** What those of one event come to that the usage does not have; empty if it lists none. */
    Optional<TokenBuckets> ended() {
        finish();
        Optional<TokenBuckets> listed = any ? Optional.of(sum) : Optional.empty();
        sum = TokenBuckets.NONE;
        any = false;
        return listed;
    }

    private void finish() {
        // A list of any length comes to no more than what one figure may say, and a little.
        if (BESIDES.contains(type) && sum.total() < Figures.MOST) {
            sum = sum.plus(usage.buckets());
        }
        usage = new TokenUsage();
        type = "";
    }
}
