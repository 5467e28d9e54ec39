package org.weighhouse.meter.internal;

import java.time.Instant;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.UsageEvent;

/**
 * Something to be weighed, whoever saw it.
 *
 * @param name what a refusal calls it
 * @param corrects id (of the same source) of what it replaces; empty if it is new
 */
record Item(
        String name,
        String source,
        String id,
        Instant time,
        Attribution attribution,
        Reading reading,
        Reference reference,
        String corrects) {

    static Item of(UsageEvent event) {
        return new Item(
                "event " + event.id(),
                event.source(),
                event.id(),
                event.time(),
                event.attribution(),
                event.reading(),
                Reference.NONE,
                event.corrects());
    }

    static Item of(String source, String id, Occurrence seen) {
        return new Item(
                "the occurrence", source, id, seen.time(), seen.attribution(), seen.reading(), seen.reference(), "");
    }

    boolean isCorrection() {
        return !corrects.isEmpty();
    }

    IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(name + " " + why);
    }

    IllegalArgumentException refused(String why, Throwable cause) {
        return new IllegalArgumentException(name + " " + why, cause);
    }
}
