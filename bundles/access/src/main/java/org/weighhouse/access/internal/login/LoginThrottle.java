package org.weighhouse.access.internal.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing. After a few wrong passwords for a user from a place, the next try for that user from that place has
 * to wait, twice as long each time up to a bound. Nobody else waits: not the user at another place, and not others at the
 * same place, who may all stand behind one proxy. Thread-safe.
 */
final class LoginThrottle {

    /** Wrong passwords for a user from a place before waiting begins. */
    static final int FREE_FAILURES = 3;

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** After so long without a failure the count starts again. */
    static final Duration MEMORY = Duration.ofMinutes(15);

    /** Most pairs of user and place remembered; those without a failure for longest are forgotten first. */
    static final int MAX_REMEMBERED = 10_000;

    private record Place(String user, String address) {}

    /** @param told whether somebody who came too early was noted since the last failure */
    private record Failures(int count, Instant last, Instant allowedAgain, boolean told) {}

    private final InstantSource clock;

    private final Map<Place, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Failures> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long until this user may try again from there; zero for now. */
    synchronized Duration waitFor(String user, String address) {
        Failures known = failures.get(new Place(user, address));
        if (known == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), known.allowedAgain());
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String user, String address) {
        Place place = new Place(user, address);
        Instant now = clock.instant();
        Failures before = failures.get(place);
        boolean goesOn = before != null && before.last().plus(MEMORY).isAfter(now);
        int count = goesOn ? before.count() + 1 : 1;
        failures.put(place, new Failures(count, now, now.plus(wait(count - FREE_FAILURES)), false));
    }

    /** Whether this is the first time that it is asked since this user failed there. */
    synchronized boolean isNews(String user, String address) {
        Place place = new Place(user, address);
        Failures known = failures.get(place);
        if (known == null || known.told()) {
            return false;
        }
        failures.put(place, new Failures(known.count(), known.last(), known.allowedAgain(), true));
        return true;
    }

    synchronized void succeeded(String user, String address) {
        failures.remove(new Place(user, address));
    }

    /** @param beyond failures beyond the free ones */
    private static Duration wait(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
