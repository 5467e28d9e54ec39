package org.weighhouse.api;

import java.time.Instant;

/**
 * An immutable fact that somebody outside reports: how much of what, when and for what. {@code (workspace, source, id)}
 * counts once, whatever the order and however often it is reported.
 *
 * @param source who reports it, such as the {@code source} of a CloudEvent; 1 to 256 characters
 * @param id the reporter's own id of the fact; 1 to 256 characters
 * @param time when it happened
 * @param corrects id (of the same source) of the event that this one replaces; empty for an ordinary event
 */
public record UsageEvent(
        String source, String id, Instant time, Attribution attribution, Reading reading, String corrects) {

    /** Nothing was sent by a bot before this; an earlier time is a wrong unit or a wrong clock, and refused everywhere. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Longest source and id, in UTF-16 units. */
    public static final int MAX_ID_LENGTH = 256;

    /** @throws IllegalArgumentException if source or id is empty, or a text too long or not one that can be kept */
    public UsageEvent {
        checkId("source", source);
        checkId("id", id);
        if (!corrects.isEmpty()) {
            checkId("corrects", corrects);
        }
    }

    /** An ordinary event: one that corrects nothing. */
    public static UsageEvent of(String source, String id, Instant time, Attribution attribution, Reading reading) {
        return new UsageEvent(source, id, time, attribution, reading, "");
    }

    private static void checkId(String name, String value) {
        if (value.isEmpty() || value.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException(name + " must have 1 to " + MAX_ID_LENGTH + " characters");
        }
        if (!Texts.isPlain(value)) {
            throw new IllegalArgumentException(name + " holds a control character or half of a surrogate pair");
        }
    }
}
