package org.weighhouse.access.internal.login;

import java.time.Duration;
import java.time.InstantSource;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;

/** What the login modules share; they themselves are made anew for each login. Thread-safe. */
final class Logins {

    /** Name of the option that hands this to the modules. */
    static final String OPTION = "org.weighhouse.access.logins";

    private final Users users;
    private final AuditTrail trail;
    private final LoginThrottle throttle;

    Logins(Users users, AuditTrail trail, InstantSource clock) {
        this.users = users;
        this.trail = trail;
        throttle = new LoginThrottle(clock);
    }

    Users users() {
        return users;
    }

    LoginThrottle throttle() {
        return throttle;
    }

    /** @return who has logged in */
    Actor succeeded(Attempt attempt) {
        throttle.succeeded(attempt.user(), attempt.address());
        Actor actor = new Actor(attempt.user(), Actor.Way.ofMethod(attempt.way()), attempt.address());
        trail.noteSoon(actor, Deed.done(Action.LOGIN, attempt.user()));
        return actor;
    }

    void failed(Attempt attempt) {
        throttle.failed(attempt.user(), attempt.address());
        refused(attempt, "name and password do not belong together");
    }

    /** Noted of the first try that comes too early after a failure: a flood of them is one line. */
    void delayed(Attempt attempt, Duration wait) {
        if (throttle.isNews(attempt.user(), attempt.address())) {
            refused(attempt, "too early after a failure: wait " + (wait.toSeconds() + 1) + " s");
        }
    }

    private void refused(Attempt attempt, String why) {
        String user = shown(attempt.user());
        trail.noteOften(
                new Actor(user, Actor.Way.ofMethod(attempt.way()), attempt.address()),
                Deed.done(Action.LOGIN, user).saying(why).refused());
    }

    /** A name that is nobody's may be a password typed into the wrong field. */
    private String shown(String user) {
        return users.find(user).isPresent() ? user : "(unknown)";
    }
}
