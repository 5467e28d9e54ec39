package org.weighhouse.access.internal.login;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.access.Users;

/** What the login modules share; they themselves are made anew for each login. Thread-safe. */
final class Logins {

    /** Name of the option that hands this to the modules. */
    static final String OPTION = "org.weighhouse.access.logins";

    private static final Logger AUDIT = LoggerFactory.getLogger("org.weighhouse.audit");

    private final Users users;
    private final LoginThrottle throttle;

    Logins(Users users, InstantSource clock) {
        this.users = users;
        throttle = new LoginThrottle(clock);
    }

    Users users() {
        return users;
    }

    LoginThrottle throttle() {
        return throttle;
    }

    void succeeded(Attempt attempt) {
        throttle.succeeded(attempt.user(), attempt.address());
        AUDIT.info("login user={} way={} address={}", shown(attempt.user()), attempt.way(), attempt.address());
    }

    void failed(Attempt attempt) {
        throttle.failed(attempt.user(), attempt.address());
        AUDIT.warn("login refused user={} way={} address={}", shown(attempt.user()), attempt.way(), attempt.address());
    }

    /** Said of the first try that comes too early after a failure: a flood of them is one line. */
    void delayed(Attempt attempt, Duration wait) {
        if (throttle.isNews(attempt.user(), attempt.address())) {
            AUDIT.warn(
                    "login delayed user={} way={} address={} seconds={}",
                    shown(attempt.user()),
                    attempt.way(),
                    attempt.address(),
                    wait.toSeconds() + 1);
        }
    }

    /** A name that is nobody's may be a password typed into the wrong field. */
    private String shown(String user) {
        return users.find(user).isPresent() ? user : "(unknown)";
    }
}
