package org.weighhouse.api.access;

import java.time.Duration;
import javax.security.auth.login.LoginException;

/** Name and password were not looked at: after wrong ones, the next try has to wait. */
public final class LoginDelayedException extends LoginException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public LoginDelayedException(Duration wait) {
        super("wait " + wait.plusMillis(999).toSeconds() + " s before the next try");
        this.wait = wait;
    }

    /** How long until the next try is looked at. */
    public Duration left() {
        return wait;
    }
}
