package org.weighhouse.dashboard.internal.security;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.InstantSource;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs users in and out of the current session. */
public final class LoginService {

    /** Longest name and password that are looked at. */
    static final int MAX_LENGTH = 256;

    private static final Logger LOG = LoggerFactory.getLogger(LoginService.class);
    private static final LoginThrottle THROTTLE = new LoginThrottle(InstantSource.system());

    private LoginService() {}

    /** What became of a login. */
    public sealed interface Outcome {
        record LoggedIn(User user) implements Outcome {}

        record WrongPassword() implements Outcome {}

        record TooMany(Duration left) implements Outcome {}
    }

    /** On success the session gets a new id, so that one known from before the login is worth nothing. */
    public static Outcome login(String name, String password) {
        VaadinRequest request = VaadinRequest.getCurrent();
        String address = request.getRemoteAddr();
        if (name.length() > MAX_LENGTH || password.length() > MAX_LENGTH) {
            return new Outcome.WrongPassword();
        }
        Duration wait = THROTTLE.waitFor(name, address);
        if (wait.isPositive()) {
            return new Outcome.TooMany(wait);
        }
        try {
            User user = Authenticator.login(name, password);
            THROTTLE.succeeded(name, address);
            // Not VaadinService.reinitializeSession: Jetty would give the new session the old one's id.
            ((VaadinServletRequest) request).changeSessionId();
            VaadinSession.getCurrent().setAttribute(User.class, user);
            return new Outcome.LoggedIn(user);
        } catch (LoginException refused) {
            THROTTLE.failed(name, address);
            logRefusal(refused, address);
            return new Outcome.WrongPassword();
        }
    }

    public static void logout() {
        VaadinSession.getCurrent().getSession().invalidate();
    }

    private static void logRefusal(LoginException refused, String address) {
        if (refused instanceof FailedLoginException) {
            LOG.info("Login refused for a user at {}", address);
        } else {
            LOG.warn("Login refused at {}: {}", address, refused.toString());
        }
    }
}
