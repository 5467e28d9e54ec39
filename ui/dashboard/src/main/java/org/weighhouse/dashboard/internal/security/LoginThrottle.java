package org.weighhouse.dashboard.internal.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing. After a few wrong passwords, the next try has to wait, twice as long each time up to a bound.
 * Counted by address and by user at an address, so that nobody can lock somebody else out. Thread-safe.
 */
final class LoginThrottle {

    /** Wrong passwords of one user at one address before waiting begins. */
    static final int FREE_FAILURES_BY_USER = 3;
    /** Wrong passwords of one address, whatever the user, before waiting begins. */
    static final int FREE_FAILURES_BY_ADDRESS = 20;

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** After so long without a failure the count starts again. */
    static final Duration MEMORY = Duration.ofMinutes(15);
    /** Most users and addresses remembered; the oldest are forgotten first. */
    static final int MAX_REMEMBERED = 10_000;

    private record Failures(int count, Instant last, Instant allowedAgain) {}

    private final InstantSource clock;

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long until this user may try again; zero for now. */
    synchronized Duration waitFor(String user, String address) {
        Duration byUser = waitFor(userKey(user, address));
        Duration byAddress = waitFor(addressKey(address));
        return byUser.compareTo(byAddress) > 0 ? byUser : byAddress;
    }

    synchronized void failed(String user, String address) {
        count(userKey(user, address), FREE_FAILURES_BY_USER);
        count(addressKey(address), FREE_FAILURES_BY_ADDRESS);
    }

    synchronized void succeeded(String user, String address) {
        failures.remove(userKey(user, address));
    }

    private Duration waitFor(String key) {
        Failures known = failures.get(key);
        if (known == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), known.allowedAgain());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        Failures before = failures.get(key);
        boolean goesOn = before != null && before.last().plus(MEMORY).isAfter(now);
        int count = goesOn ? before.count() + 1 : 1;
        failures.put(key, new Failures(count, now, now.plus(wait(count - free))));
    }

    /** @param beyond failures beyond the free ones */
    private static Duration wait(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static String userKey(String user, String address) {
        return address + " " + user;
    }

    private static String addressKey(String address) {
        return address;
    }
}
