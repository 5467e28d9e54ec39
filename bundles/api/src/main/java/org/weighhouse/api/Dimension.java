package org.weighhouse.api;

import java.util.Arrays;
import java.util.Optional;

/** What usage is broken down by. The order is part of the ledger's stored form: add at the end, never reorder. */
public enum Dimension {
    CHANNEL("channel"),
    MESSAGE_KIND("kind"),
    CAMPAIGN("campaign"),
    AUTOMATION_FLOW("flow"),
    AI_FEATURE("feature"),
    MODEL("model"),
    /** The country or region a price depends on, as the channel names it. */
    MARKET("market"),
    /** Id of the channel account it went over. */
    ACCOUNT("account"),
    /** Public id of the key it was called with. */
    KEY("key");

    private final String key;

    Dimension(String key) {
        this.key = key;
    }

    /** The name used in {@code baggage}, matrix parameters, events and queries. */
    public String key() {
        return key;
    }

    public static Optional<Dimension> ofKey(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key.equals(key))
                .findFirst();
    }
}
