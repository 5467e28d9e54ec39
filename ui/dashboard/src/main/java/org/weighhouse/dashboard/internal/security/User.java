package org.weighhouse.dashboard.internal.security;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.catalog.Workspace;

/** Somebody who logged in. */
public record User(String name, Set<String> roles) implements Serializable {

    /** Sees all workspaces. */
    public static final String ADMIN = "admin";
    /** What the role of a workspace's user begins with; its id follows. */
    public static final String WORKSPACE_PREFIX = "workspace:";

    public User {
        roles = Set.copyOf(roles);
    }

    /** The user of the current session. */
    public static Optional<User> current() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(session -> session.getAttribute(User.class));
    }

    public boolean maySee(Workspace workspace) {
        return roles.contains(ADMIN) || roles.contains(WORKSPACE_PREFIX + workspace.id());
    }

    public List<Workspace> visible(List<Workspace> workspaces) {
        return workspaces.stream().filter(this::maySee).toList();
    }
}
