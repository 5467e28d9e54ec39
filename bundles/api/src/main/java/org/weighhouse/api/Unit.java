package org.weighhouse.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is counted. The order is part of the ledger's stored form: add at the end, never reorder. */
public enum Unit {
    /** One credit for each message sent, unless the workspace's rate card says otherwise. */
    MESSAGE_CREDIT("message_credits"),
    /** Tokens of AI calls, weighted by the workspace's rate card (1 each by default). */
    AI_TOKEN("ai_tokens"),
    /** People a workspace was active with in a period, each counted once a period. */
    SUBSCRIBER("subscribers"),
    /** Clicks, replies and conversions; counted, never limited. */
    ENGAGEMENT("engagements"),
    /** What engagements were worth, in the workspace's own currency or points; counted, never limited. */
    ENGAGEMENT_VALUE("engagement_value"),
    /**
     * What the providers charge, by the workspace's price book or by their own word: one is a millionth of the
     * workspace's currency. Held and limited like any other unit.
     */
    COST("cost");

    private final String slug;

    Unit(String slug) {
        this.slug = slug;
    }

    /** The name used in URLs and files: lower case, words joined by underscores. */
    public String slug() {
        return slug;
    }

    /** Whether a plan can limit it, and more of it be given: what people do of their own accord is counted only. */
    public boolean canBeLimited() {
        return this != ENGAGEMENT && this != ENGAGEMENT_VALUE;
    }

    /** @throws IllegalArgumentException if it is no unit that {@link #canBeLimited}; says which are */
    public static Unit ofLimited(String slug) {
        return ofSlug(slug)
                .filter(Unit::canBeLimited)
                .orElseThrow(() -> new IllegalArgumentException("a unit that can be limited is "
                        + Arrays.stream(values())
                                .filter(Unit::canBeLimited)
                                .map(Unit::slug)
                                .collect(Collectors.joining(", "))));
    }

    public static Optional<Unit> ofSlug(String slug) {
        return Arrays.stream(values()).filter(unit -> unit.slug.equals(slug)).findFirst();
    }
}
