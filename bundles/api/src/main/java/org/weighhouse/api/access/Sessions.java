package org.weighhouse.api.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who is logged in, over pages or console. A session ends when nobody used it for a while, after a day, when somebody ends
 * it, and within a second after its user is removed or gets another password. Thread-safe.
 */
@ProviderType
public interface Sessions {

    /** The way somebody is logged in. */
    enum Way {
        DASHBOARD,
        CONSOLE
    }

    /** Why a session was ended. */
    enum Reason {
        IDLE,
        TOO_OLD,
        ENDED_BY_SOMEBODY,
        USER_CHANGED,
        /** The same user opened more than are allowed. */
        TOO_MANY
    }

    /**
     * One session.
     *
     * @param id public, for lists and for ending it
     * @param address where it was opened from
     * @param used when somebody last did something
     */
    record Session(String id, String user, Way way, String address, Instant opened, Instant used) {}

    /**
     * What is known of a session as it begins.
     *
     * @param known the user as it was at the login; empty for one of another realm, who is not watched
     * @param rolesAreFixed whether the session keeps the roles of the login, so that it must end when they change
     */
    record Opening(String user, Optional<User> known, Way way, String address, boolean rolesAreFixed) {}

    /** What ends a session; must return soon, is called once at most, on any thread. */
    @FunctionalInterface
    interface End {
        void end(Reason reason);
    }

    /** Held by whoever opened a session. */
    interface Handle {

        /** The session's id. */
        String id();

        /** Somebody did something. */
        void used();

        /** The session is over; nothing more is called. */
        void closed();
    }

    Handle open(Opening opening, End end);

    /** Oldest first. */
    List<Session> all();

    /** @return whether there was such a session */
    boolean end(String id);

    /** After how long without use a session ends. */
    Duration idleLimit();
}
