package org.weighhouse.dashboard.internal.security;

import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.services.Services;

/**
 * Somebody who logged in.
 *
 * @param known as one of our users, as at the login; empty for one of another realm
 * @param atLogin what they were allowed at the login
 */
public record LoggedInUser(String name, Optional<User> known, Access atLogin) {

    /** The user of the current session. */
    public static Optional<LoggedInUser> current() {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(session -> session.getAttribute(LoginSession.class))
                .filter(login -> !login.isOver())
                .map(LoginSession::user);
    }

    /** What they may do now. */
    public Access access() {
        return access(Services.get().users());
    }

    /** For our users as it is now; nothing if they are gone, got another password, or cannot be asked for. */
    Access access(Optional<Users> users) {
        return known.isEmpty()
                ? atLogin
                : users.flatMap(service -> service.find(name))
                        .filter(now -> now.stamp() == known.get().stamp())
                        .map(User::access)
                        .orElse(Access.NONE);
    }

    /** Those workspaces that they may look at now. */
    public List<Workspace> visible(List<Workspace> workspaces) {
        return access().where(Permission.LOOK, workspaces);
    }

    /** Whether the password is one that somebody else made up. */
    public boolean mustChange() {
        return known.flatMap(then -> Services.get().users().flatMap(users -> users.find(then.name())))
                .map(User::mustChange)
                .orElse(false);
    }
}
