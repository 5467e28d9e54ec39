package org.weighhouse.api.kit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;

/** Users in memory, with the rules that callers rely on; passwords in clear. */
public final class FakeUsers implements Users {

    private static final Instant CREATED = Instant.parse("2026-11-01T00:00:00Z");

    private final Map<String, User> users = new TreeMap<>();
    private final Map<String, Secret> passwords = new HashMap<>();
    private long stamp;

    @Override
    public synchronized List<User> all() {
        return List.copyOf(users.values());
    }

    @Override
    public synchronized Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public synchronized User create(String name, Secret password, Set<Assignment> roles, boolean mustChange) {
        if (users.containsKey(name)) {
            throw new IllegalArgumentException("there is a user " + name + " already");
        }
        require(password);
        passwords.put(name, password);
        return put(new User(name, List.copyOf(roles), mustChange, ++stamp, CREATED));
    }

    @Override
    public synchronized User setPassword(String name, Secret password, boolean mustChange) {
        User user = known(name);
        require(password);
        passwords.put(name, password);
        return put(new User(name, user.roles(), mustChange, ++stamp, user.created()));
    }

    @Override
    public synchronized User grant(String name, Assignment role) {
        Set<Assignment> roles = new HashSet<>(known(name).roles());
        roles.add(role);
        return withRoles(known(name), roles);
    }

    @Override
    public synchronized User revoke(String name, Assignment role) {
        Set<Assignment> roles = new HashSet<>(known(name).roles());
        roles.remove(role);
        return withRoles(known(name), roles);
    }

    @Override
    public synchronized User setRoles(String name, Set<Assignment> roles) {
        return withRoles(known(name), roles);
    }

    @Override
    public synchronized User setRole(String name, WorkspaceId workspace, Optional<Role> role) {
        return withRoles(known(name), known(name).rolesWith(workspace, role));
    }

    @Override
    public synchronized boolean remove(String name) {
        passwords.remove(name);
        return users.remove(name) != null;
    }

    @Override
    public synchronized Optional<User> authenticate(String name, Secret password) {
        return find(name).filter(user -> password.equals(passwords.get(name)));
    }

    private User withRoles(User user, Set<Assignment> roles) {
        return put(new User(user.name(), List.copyOf(roles), user.mustChange(), user.stamp(), user.created()));
    }

    private User put(User user) {
        users.put(user.name(), user);
        return user;
    }

    private User known(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("there is no user " + name));
    }

    private static void require(Secret password) {
        if (password.value().length() < MIN_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has " + MIN_PASSWORD + " to " + MAX_PASSWORD + " characters");
        }
    }
}
