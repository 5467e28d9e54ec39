package org.weighhouse.access.internal.session;

import java.time.Duration;

/**
 * How long and how often somebody is logged in.
 *
 * @param idle without use
 * @param longest in all
 * @param ofAUser at a time
 */
record SessionLimits(Duration idle, Duration longest, int ofAUser) {

    /** Sessions at a time of all users: one takes about 1 KiB here. */
    static final int MAX_SESSIONS = 20_000;

    static SessionLimits of(AccessConfig config) {
        return new SessionLimits(
                Duration.ofMinutes(within("idleTimeoutInMinutes", config.idleTimeoutInMinutes(), 1_440)),
                Duration.ofHours(within("longestSessionInHours", config.longestSessionInHours(), 168)),
                within("maxSessionsOfAUser", config.maxSessionsOfAUser(), 1_000));
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be 1 to " + most + ", not " + value);
        }
        return value;
    }
}
