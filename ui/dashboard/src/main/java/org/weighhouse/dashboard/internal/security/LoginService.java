package org.weighhouse.dashboard.internal.security;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
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

    /** On success there is a session, with an id that nobody knew before the login. */
    public static Outcome login(HttpServletRequest request, String name, String password) {
        if (name.length() > MAX_LENGTH || password.length() > MAX_LENGTH) {
            return new Outcome.WrongPassword();
        }
        try {
            String address = request.getRemoteAddr();
            LoggedInUser user = Authenticator.login(name, password, address);
            if (user.access().roles().isEmpty()) {
                return new Outcome.NoRole();
            }
            LoginSession.begin(freshSession(request), user, address);
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

    private static WrappedSession freshSession(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        HttpSession session = request.getSession(true);
        // Jetty gives a new session the id that the browser came with.
        request.changeSessionId();
        return new WrappedHttpSession(session);
    }

    /**
     * Changes the password of whoever is logged in. Sessions with the old one end, all but this one.
     *
     * @param change changes it
     * @throws IllegalArgumentException if the new one will not do; then nothing changed
     */
    public static void changePassword(Supplier<User> change) {
        VaadinSession session = VaadinSession.getCurrent();
        LoggedInUser user = LoggedInUser.current().orElseThrow(() -> new IllegalStateException("nobody is logged in"));
        String address = VaadinRequest.getCurrent().getRemoteAddr();
        // Out of the list meanwhile: the change ends all that are in it.
        LoginSession.retire(session.getSession());
        try {
            User changed = change.get();
            user = new LoggedInUser(changed.name(), Optional.of(changed), changed.access());
        } finally {
            LoginSession.begin(session.getSession(), user, address);
            LoginSession.attach(session);
        }
    }

    public static void logout() {
        VaadinSession.getCurrent().getSession().invalidate();
    }
}
