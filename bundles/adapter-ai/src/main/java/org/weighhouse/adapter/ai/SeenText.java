package org.weighhouse.adapter.ai;

import org.weighhouse.api.TokenBuckets;

/** Counts the text a reply shows, for when it does not tell its tokens. Not thread-safe. */
public final class SeenText {

    private long shown;
    private long thought;
    private long thoughtAgain;

    /** Part of the answer. */
    public void shown(Scalar text) {
        shown += Estimates.characters(text);
    }

    /** Part of the reasoning. */
    public void thought(Scalar text) {
        thought += Estimates.characters(text);
    }

    /** Part of the reasoning, in a second place where servers may put the same text again. */
    public void thoughtAgain(Scalar text) {
        thoughtAgain += Estimates.characters(text);
    }

    public boolean isEmpty() {
        return (shown | thought | thoughtAgain) == 0;
    }

    public void clear() {
        shown = 0;
        thought = 0;
        thoughtAgain = 0;
    }

    /** What it is in tokens; no input. */
    public TokenBuckets tokens() {
        return new TokenBuckets(0, Estimates.tokens(shown), 0, 0, Estimates.tokens(Math.max(thought, thoughtAgain)));
    }
}
