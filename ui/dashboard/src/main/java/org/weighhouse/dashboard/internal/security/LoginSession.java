package org.weighhouse.dashboard.internal.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.access.Sessions;
import org.weighhouse.dashboard.internal.services.Services;

/**
 * A login's place in the list of who is logged in. It lies in the web session and ends with it; when the list ends it, every
 * open page goes to the login, and the session's cookie is worth nothing any more. Thread-safe.
 */
final class LoginSession implements HttpSessionBindingListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoginSession.class);

    private final VaadinSession session;
    private final LoggedInUser user;
    private final String address;
    private Optional<Opened> opened = Optional.empty();
    private boolean over;

    /** @param in the service that was there, which may be replaced while the login lasts */
    private record Opened(Sessions in, Sessions.Handle handle) {}

    private LoginSession(VaadinSession session, LoggedInUser user, String address) {
        this.session = session;
        this.user = user;
        this.address = address;
    }

    /** Takes the place of a login that the session had before. */
    static void begin(VaadinSession session, LoggedInUser user, String address) {
        LoginSession login = new LoginSession(session, user, address);
        login.used();
        session.getSession().setAttribute(LoginSession.class.getName(), login);
    }

    /** Takes a login out of the list; whatever was to end it comes too late. */
    static void retire(VaadinSession session) {
        session.getSession().removeAttribute(LoginSession.class.getName());
    }

    /** Somebody did something in a session; nothing if nobody is logged in. */
    static void used(WrappedSession session) {
        if (session.getAttribute(LoginSession.class.getName()) instanceof LoginSession login) {
            login.used();
        }
    }

    private synchronized void used() {
        Optional<Sessions> sessions = Services.get().sessions();
        if (over || sessions.isEmpty()) {
            return;
        }
        if (opened.map(Opened::in).filter(sessions.get()::equals).isEmpty()) {
            opened = Optional.of(new Opened(sessions.get(), open(sessions.get())));
        }
        opened.get().handle().used();
    }

    private Sessions.Handle open(Sessions sessions) {
        // Pages ask for the roles of the moment, so other roles are no reason to end.
        return sessions.open(
                new Sessions.Opening(user.name(), user.known(), Sessions.Way.DASHBOARD, address, false), this::end);
    }

    private void end(Sessions.Reason reason) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        session.access(() -> {
            session.setAttribute(LoggedInUser.class, null);
            for (UI page : List.copyOf(session.getUIs())) {
                sendAway(page, reason);
            }
        });
    }

    /** A page that is not connected just now finds its session gone at its next request. */
    private void sendAway(UI page, Sessions.Reason reason) {
        page.getPage().setLocation("login?ended=" + reason.name().toLowerCase(Locale.ROOT));
        try {
            page.push();
        } catch (RuntimeException notConnected) {
            LOG.debug("A page of an ended session could not be told", notConnected);
        }
        session.removeUI(page);
    }

    @Override
    public synchronized void valueUnbound(HttpSessionBindingEvent event) {
        over = true;
        opened.ifPresent(each -> each.handle().closed());
    }
}
