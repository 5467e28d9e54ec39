package org.weighhouse.adapter.ai;

import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.api.TokenBuckets;

/**
 * What a reply has told of one call until now. Usage may come first, last, in every event or not at all: what text was
 * seen after it was last told is added to it by estimate.
 */
public final class ReplyFacts {

    private final AiCall call;
    private final TokenUsage usage;
    private final SeenText untold = new SeenText();
    private String id;
    private String model = "";
    private TokenBuckets besides = TokenBuckets.NONE;
    private long toolCalls;
    private boolean usageInEvent;
    private boolean anything;
    private boolean text;
    private boolean error;
    private boolean produced;
    private boolean pending;

    /**
     * @param id what the call is called unless the reply says otherwise; may be empty
     * @param usage takes in what is told; nobody else's
     */
    public ReplyFacts(AiCall call, String id, TokenUsage usage) {
        this.call = call;
        this.id = id;
        this.usage = usage;
    }

    /** There is some JSON. */
    public void anything() {
        anything = true;
    }

    public boolean isAnything() {
        return anything;
    }

    public void id(Scalar value) {
        id = value.asText().isEmpty() ? id : value.asText();
    }

    public void model(Scalar value) {
        model = value.asText().isEmpty() ? model : value.asText();
    }

    public void usage(String name, Scalar value) {
        usageInEvent |= usage.tell(name, value);
    }

    public void shown(Scalar piece) {
        untold.shown(piece);
        text |= !untold.isEmpty();
    }

    public void thought(Scalar piece) {
        untold.thought(piece);
        text |= !untold.isEmpty();
    }

    public void thoughtAgain(Scalar piece) {
        untold.thoughtAgain(piece);
        text |= !untold.isEmpty();
    }

    /** So many of the provider's own tools have run, of which it tells perhaps more than once. */
    public void toolCalls(long count) {
        toolCalls = Math.max(toolCalls, count);
    }

    public void error() {
        error = true;
    }

    /** There is a choice, an output or an embedding, whatever is in it. */
    public void produced() {
        produced = true;
    }

    /** The provider works on it behind the scenes and tells the usage to whoever asks later. */
    public void pending(boolean now) {
        pending = now;
    }

    /**
     * Tokens that the provider used beside those of its usage, such as for a second model it asked; the last that was said
     * counts.
     */
    public void besides(TokenBuckets buckets) {
        besides = buckets;
    }

    public void eventEnded() {
        if (usageInEvent && !usage.isOfPromptAlone()) {
            untold.clear();
        }
        usageInEvent = false;
    }

    /** @param plain whether this is all there is, and not the events of a stream */
    public Finding finding(boolean plain) {
        if (usage.isTold()) {
            return untold.isEmpty()
                    ? call.told(id, model, usage, besides, toolCalls)
                    : call.estimated(id, model, usage.buckets().plus(besides).plus(untold.tokens()), toolCalls);
        }
        boolean nothing = error && !text || plain && !produced && !pending;
        if (nothing) {
            return new Finding.Unused();
        }
        TokenBuckets input = new TokenBuckets(call.expected().input(), 0, 0, 0, 0);
        TokenBuckets likely = plain && pending && !text ? call.expected() : input.plus(untold.tokens());
        return call.estimated(id, model, likely, toolCalls);
    }
}
