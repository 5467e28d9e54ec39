package org.weighhouse.dashboard.internal.security;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.access.LoginDelayedException;
import org.weighhouse.api.access.User;

/** Logs users in and out of the current session. */
public final class LoginService {

    /** Longest name and password that are looked at. */
    static final int MAX_LENGTH = 256;

    private static final Logger LOG = LoggerFactory.getLogger(LoginService.class);

    private LoginService() {}

    /** What became of a login. */
    public sealed interface Outcome {
        record LoggedIn(LoggedInUser user) implements Outcome {}

        record WrongPassword() implements Outcome {}

        record TooMany(Duration left) implements Outcome {}

        /** Name and password are right, and there is nothing the user may do. */
        record NoRole() implements Outcome {}
    }

    /** On success the session gets a new id, so that one known from before the login is worth nothing. */
    public static Outcome login(String name, String password) {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (name.length() > MAX_LENGTH || password.length() > MAX_LENGTH) {
            return new Outcome.WrongPassword();
        }
        try {
            LoggedInUser user = Authenticator.login(name, password, request.getRemoteAddr());
            if (user.access().roles().isEmpty()) {
                return new Outcome.NoRole();
            }
            // Not VaadinService.reinitializeSession: Jetty would give the new session the old one's id.
            ((VaadinServletRequest) request).changeSessionId();
            VaadinSession.getCurrent().setAttribute(LoggedInUser.class, user);
            LoginSession.begin(VaadinSession.getCurrent(), user, request.getRemoteAddr());
            return new Outcome.LoggedIn(user);
        } catch (LoginDelayedException delayed) {
            return new Outcome.TooMany(delayed.left());
        } catch (LoginException refused) {
            if (!(refused instanceof FailedLoginException)) {
                LOG.warn("Login refused: {}", refused.toString());
            }
            return new Outcome.WrongPassword();
        }
    }

    /**
     * Changes the password of whoever is logged in. Sessions with the old one end, all but this one.
     *
     * @param change changes it
     * @throws IllegalArgumentException if the new one will not do; then nothing changed
     */
    public static void changePassword(Supplier<User> change) {
        VaadinSession session = VaadinSession.getCurrent();
        LoggedInUser user = session.getAttribute(LoggedInUser.class);
        String address = VaadinRequest.getCurrent().getRemoteAddr();
        // Out of the list meanwhile: the change ends all that are in it.
        LoginSession.retire(session);
        try {
            User changed = change.get();
            user = new LoggedInUser(changed.name(), Optional.of(changed), changed.access());
        } finally {
            session.setAttribute(LoggedInUser.class, user);
            LoginSession.begin(session, user, address);
        }
    }

    public static void logout() {
        VaadinSession.getCurrent().getSession().invalidate();
    }
}
