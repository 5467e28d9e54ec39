package org.weighhouse.access.internal.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighhouse.api.access.Sessions;
import org.weighhouse.api.access.Sessions.Reason;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;

/** A session from its opening to its end. Thread-safe. */
final class OpenSession implements Sessions.Handle {

    private final String id;
    private final Sessions.Opening opening;
    private final Sessions.End end;
    private final Instant opened;
    private final InstantSource clock;
    private final Consumer<OpenSession> over;
    private volatile Instant used;

    OpenSession(
            String id, Sessions.Opening opening, Sessions.End end, InstantSource clock, Consumer<OpenSession> over) {
        this.id = id;
        this.opening = opening;
        this.end = end;
        this.clock = clock;
        this.over = over;
        opened = clock.instant();
        used = opened;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void used() {
        used = clock.instant();
    }

    @Override
    public void closed() {
        over.accept(this);
    }

    String user() {
        return opening.user();
    }

    Instant opened() {
        return opened;
    }

    void end(Reason reason) {
        end.end(reason);
    }

    /** Why it must not go on; empty while it may. */
    Optional<Reason> due(SessionLimits limits, Users users) {
        Instant now = clock.instant();
        if (isStale(users)) {
            return Optional.of(Reason.USER_CHANGED);
        }
        if (now.isAfter(opened.plus(limits.longest()))) {
            return Optional.of(Reason.TOO_OLD);
        }
        return isIdle(now, limits) ? Optional.of(Reason.IDLE) : Optional.empty();
    }

    /** The SSH server has a limit of its own, and sees what is typed. */
    private boolean isIdle(Instant now, SessionLimits limits) {
        return opening.way() != Sessions.Way.CONSOLE && now.isAfter(used.plus(limits.idle()));
    }

    private boolean isStale(Users users) {
        return opening.known()
                .map(before -> users.find(before.name())
                        .filter(now -> isSame(before, now))
                        .isEmpty())
                .orElse(false);
    }

    private boolean isSame(User before, User now) {
        return now.stamp() == before.stamp()
                && (!opening.rolesAreFixed() || now.roles().equals(before.roles()));
    }

    Sessions.Session shown() {
        return new Sessions.Session(id, opening.user(), opening.way(), opening.address(), opened, used);
    }
}
