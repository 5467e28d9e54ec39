package org.weighhouse.access.internal.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.access.Sessions;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.CatalogFeed;

/**
 * Keeps the list of sessions and ends those that are due: at once after a change of the catalog, else within
 * {@link #LOOK}. Looking and ending happen on one thread of its own.
 */
@Component(service = Sessions.class, immediate = true, configurationPid = "org.weighhouse.access")
@Designate(ocd = AccessConfig.class)
public final class SessionRegistry implements Sessions {

    /** Between two looks for sessions that are over. */
    static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(SessionRegistry.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 6;

    private final SessionLimits limits;
    private final Users users;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Map<String, OpenSession> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("weighhouse-sessions").factory());
    private final Subscription changes;

    @Activate
    public SessionRegistry(
            AccessConfig config, @Reference Users users, @Reference CatalogFeed feed, @Reference AuditTrail trail) {
        this(SessionLimits.of(config), users, feed, trail, InstantSource.system());
    }

    SessionRegistry(SessionLimits limits, Users users, CatalogFeed feed, AuditTrail trail, InstantSource clock) {
        this.limits = limits;
        this.users = users;
        this.trail = trail;
        this.clock = clock;
        changes = feed.subscribe(version -> watch.execute(this::look));
        watch.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        changes.close();
        watch.shutdownNow();
    }

    @Override
    public Handle open(Opening opening, End end) {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        OpenSession session = new OpenSession(HexFormat.of().formatHex(random), opening, end, clock, this::closed);
        makeRoom(opening.user());
        sessions.put(session.id(), session);
        // It may have changed between the login and now, before anybody watched.
        watch.execute(() -> look(session));
        return session;
    }

    @Override
    public List<Session> all() {
        return sessions.values().stream()
                .map(OpenSession::shown)
                .sorted(Comparator.comparing(Session::opened).thenComparing(Session::id))
                .toList();
    }

    @Override
    public boolean end(String id) {
        Optional<OpenSession> session = Optional.ofNullable(sessions.get(id));
        session.ifPresent(each -> end(each, Reason.ENDED_BY_SOMEBODY));
        return session.isPresent();
    }

    @Override
    public Duration idleLimit() {
        return limits.idle();
    }

    private void makeRoom(String user) {
        List<OpenSession> own = sessions.values().stream()
                .filter(session -> session.user().equals(user))
                .sorted(Comparator.comparing(OpenSession::opened))
                .toList();
        own.stream()
                .limit(Math.max(0, own.size() - limits.ofAUser() + 1))
                .forEach(session -> end(session, Reason.TOO_MANY));
        if (sessions.size() >= SessionLimits.MAX_SESSIONS) {
            sessions.values().stream()
                    .min(Comparator.comparing(session -> session.shown().used()))
                    .ifPresent(session -> end(session, Reason.TOO_MANY));
        }
    }

    private void look() {
        sessions.values().forEach(this::look);
    }

    private void look(OpenSession session) {
        session.due(limits, users).ifPresent(reason -> end(session, reason));
    }

    private void end(OpenSession session, Reason reason) {
        if (!sessions.remove(session.id(), session)) {
            return;
        }
        Actor by = reason == Reason.ENDED_BY_SOMEBODY ? Acting.current() : Actor.PRODUCT;
        trail.noteSoon(by, Deed.done(Action.SESSION_ENDED, session.user()).saying(detail(session, reason)));
        try {
            session.end(reason);
        } catch (RuntimeException e) {
            // Whoever holds it asks for itself at its next use; the others must end too.
            LOG.error("A session of {} could not be ended", session.user(), e);
        }
    }

    private void closed(OpenSession session) {
        if (sessions.remove(session.id(), session)) {
            Session shown = session.shown();
            Actor.Way way =
                    switch (shown.way()) {
                        case DASHBOARD -> Actor.Way.DASHBOARD;
                        case CONSOLE -> Actor.Way.CONSOLE;
                    };
            trail.noteSoon(
                    new Actor(shown.user(), way, shown.address()),
                    Deed.done(Action.LOGOUT, shown.user()).saying("session " + shown.id()));
        }
    }

    private static String detail(OpenSession session, Reason reason) {
        Session shown = session.shown();
        String why =
                switch (reason) {
                    case IDLE -> "not used any more";
                    case TOO_OLD -> "too old";
                    case ENDED_BY_SOMEBODY -> "ended by hand";
                    case USER_CHANGED -> "the user was changed";
                    case TOO_MANY -> "too many of the same user";
                };
        return "session " + shown.id() + " from " + shown.address() + ": " + why;
    }
}
