package org.weighhouse.meter.internal;

import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.meter.Meter;

/**
 * The sources that only the meter writes under. What is counted beside something, or seen by somebody, has a source made
 * of that one's name, so that the ids of different ones stay apart: {@code weighhouse:cost/<name>}, or
 * {@code weighhouse:cost#<SHA-256 of the name>} where that would be longer than a source may be.
 */
enum OwnSource {
    /** What engagements of a source were worth. */
    VALUE("value"),
    /** What the provider charges for what is counted under a source. */
    COST("cost"),
    /** Parts of what is counted under a source. */
    PART("part"),
    /** What an observer saw. */
    ACCOUNT("account");

    /** What the gateway did itself; ids are those of the holds. */
    static final String GATEWAY = Meter.RESERVED_SOURCES + "gateway";
    /** People, once a month; ids are month and subscriber. */
    static final String SUBSCRIBER = Meter.RESERVED_SOURCES + "subscriber";

    private final String prefix;

    OwnSource(String word) {
        prefix = Meter.RESERVED_SOURCES + word;
    }

    String of(String name) {
        return prefix.length() + 1 + name.length() <= UsageEvent.MAX_ID_LENGTH
                ? prefix + "/" + name
                : prefix + "#" + Sha256.of(name);
    }
}
