package org.weighhouse.access.internal.session;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.access.Sessions;
import org.weighhouse.api.access.Users;

/**
 * Makes Karaf's SSH server as strict as the pages: its sessions are in the list and end with their user, nobody reaches
 * other machines through it (Karaf forwards any port for anybody), and what strangers may ask for is bounded.
 */
@Component(service = SshGuard.class, immediate = true)
public final class SshGuard {

    /** Passwords and keys that a connection may try. */
    static final int MAX_AUTH_REQUESTS = 6;

    /** From connecting to being logged in. */
    static final Duration AUTH_TIMEOUT = Duration.ofSeconds(30);

    /** Commands that a session may run side by side. */
    static final int MAX_CHANNELS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(SshGuard.class);

    private final Sessions sessions;
    private final Users users;
    private final Map<Session, Sessions.Handle> open = new ConcurrentHashMap<>();
    private final Listener listener = new Listener();

    @Activate
    public SshGuard(@Reference Sessions sessions, @Reference Users users) {
        this.sessions = sessions;
        this.users = users;
    }

    /** Karaf registers its server just before it starts it. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addServer(SshServer server) {
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MAX_AUTH_REQUESTS);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, AUTH_TIMEOUT);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, MAX_CHANNELS);
        server.addSessionListener(listener);
        LOG.debug("Guards the SSH server at port {}", server.getPort());
    }

    void removeServer(SshServer server) {
        server.removeSessionListener(listener);
    }

    private final class Listener implements SessionListener {

        @Override
        public void sessionEvent(Session session, Event event) {
            if (event == Event.Authenticated) {
                open.computeIfAbsent(session, SshGuard.this::open);
            }
        }

        @Override
        public void sessionClosed(Session session) {
            Sessions.Handle handle = open.remove(session);
            if (handle != null) {
                handle.closed();
            }
        }
    }

    private Sessions.Handle open(Session session) {
        String name = session.getUsername().toLowerCase(Locale.ROOT);
        Sessions.Opening opening = new Sessions.Opening(
                name,
                users.find(name),
                Sessions.Way.CONSOLE,
                address(session.getIoSession().getRemoteAddress()),
                // What a session may run was decided by the roles of its login.
                true);
        return sessions.open(opening, reason -> end(session, reason));
    }

    private static String address(SocketAddress remote) {
        return remote instanceof InetSocketAddress internet
                ? internet.getAddress().getHostAddress()
                : String.valueOf(remote);
    }

    private static void end(Session session, Sessions.Reason reason) {
        try {
            session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "session ended: " + reason);
        } catch (java.io.IOException alreadyGone) {
            LOG.debug("A session went by itself", alreadyGone);
        }
        session.close(true);
    }
}
