package org.weighhouse.dashboard.internal.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSession;
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
public final class LoginSession implements HttpSessionBindingListener {

    private static final String NAME = LoginSession.class.getName();
    private static final Logger LOG = LoggerFactory.getLogger(LoginSession.class);

    private final LoggedInUser user;
    private final String address;
    private Optional<VaadinSession> pages = Optional.empty();
    private Optional<Opened> opened = Optional.empty();
    private boolean over;

    /** @param in the service that was there, which may be replaced while the login lasts */
    private record Opened(Sessions in, Sessions.Handle handle) {}

    private LoginSession(LoggedInUser user, String address) {
        this.user = user;
        this.address = address;
    }

    /** Takes the place of a login that the session had before. */
    static void begin(WrappedSession session, LoggedInUser user, String address) {
        LoginSession login = new LoginSession(user, address);
        login.used();
        session.setAttribute(NAME, login);
    }

    /** The login that a session is for; empty if it has ended. */
    public static Optional<LoginSession> of(HttpSession session) {
        return of(session.getAttribute(NAME));
    }

    private static Optional<LoginSession> of(Object attribute) {
        return Optional.ofNullable(attribute)
                .filter(LoginSession.class::isInstance)
                .map(LoginSession.class::cast)
                .filter(login -> !login.isOver());
    }

    /** Tells the login of the pages that are opened with it, and them of it. */
    public static void attach(VaadinSession pages) {
        Optional<LoginSession> login = of(pages.getSession().getAttribute(NAME));
        pages.setAttribute(LoginSession.class, login.orElse(null));
        login.ifPresent(each -> each.pagesAre(pages));
    }

    /** Takes a login out of the list; whatever was to end it comes too late. */
    static void retire(WrappedSession session) {
        session.removeAttribute(NAME);
    }

    public LoggedInUser user() {
        return user;
    }

    synchronized boolean isOver() {
        return over;
    }

    private synchronized void pagesAre(VaadinSession opened) {
        pages = Optional.of(opened);
    }

    /** Somebody did something in a session; nothing if nobody is logged in. */
    static void used(WrappedSession session) {
        of(session.getAttribute(NAME)).ifPresent(LoginSession::used);
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
        Optional<VaadinSession> opened;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            opened = pages;
        }
        opened.ifPresent(session ->
                session.access(() -> List.copyOf(session.getUIs()).forEach(page -> sendAway(session, page, reason))));
    }

    /** A page that is not connected just now finds its session gone at its next request. */
    private static void sendAway(VaadinSession session, UI page, Sessions.Reason reason) {
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
