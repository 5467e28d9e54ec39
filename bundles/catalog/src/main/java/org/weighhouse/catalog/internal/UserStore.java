package org.weighhouse.catalog.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.DataFolder;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.CatalogChange.Kind;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspaces;

/** Keeps the users: written to the database first, then shown in memory; each change is one transaction. */
@Component(service = Users.class)
public final class UserStore implements Users {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChangeFeed feed;
    private final Workspaces workspaces;
    private final PasswordCheck check = new PasswordCheck();
    private final FirstAdmin firstAdmin;
    private final Clock clock = Clock.systemUTC();

    /** Never changed in place. */
    private volatile SortedMap<String, StoredUser> users;

    @Activate
    public UserStore(
            @Reference CatalogDatabase database, @Reference ChangeFeed feed, @Reference Workspaces workspaces) {
        this(database, feed, workspaces, new FirstAdmin(DataFolder.path(), System.getenv()));
    }

    UserStore(CatalogDatabase database, ChangeFeed feed, Workspaces workspaces, FirstAdmin firstAdmin) {
        this.feed = feed;
        this.workspaces = workspaces;
        this.firstAdmin = firstAdmin;
        SortedMap<String, StoredUser> loaded = new TreeMap<>();
        database.write(em -> CatalogDatabase.all(em, UserRow.class)).stream()
                .map(UserRow::toUser)
                .forEach(user -> loaded.put(user.info().name(), user));
        users = loaded;
        firstAdmin.ensure(this, database);
    }

    @Override
    public List<User> all() {
        return users.values().stream().map(StoredUser::info).toList();
    }

    @Override
    public Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name)).map(StoredUser::info);
    }

    @Override
    public User create(String name, Secret password, Set<Assignment> roles, boolean mustChange) {
        UserRules.name(name);
        UserRules.password(name, password);
        requireUnknown(name);
        // Slow on purpose, so not while others wait to change something.
        PasswordHash hash = check.hash(password);
        User info = new User(
                name,
                List.copyOf(roles),
                mustChange,
                RANDOM.nextLong(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return feed.change(writer -> {
            requireUnknown(name);
            UserRules.roles(roles, workspaces);
            if (users.size() >= MAX_USERS) {
                throw new IllegalArgumentException("there are " + MAX_USERS + " users already, which is the most");
            }
            return put(writer, Deeds.created(info), new StoredUser(info, hash));
        });
    }

    @Override
    public User setPassword(String name, Secret password, boolean mustChange) {
        UserRules.password(name, password);
        known(name);
        PasswordHash hash = check.hash(password);
        Deed deed = Deed.done(Action.USER_PASSWORD, name).saying(mustChange ? "to be changed at the next login" : "");
        User changed = change(name, deed, user -> user.with(hash, mustChange, RANDOM.nextLong()));
        firstAdmin.passwordChanged(name);
        return changed;
    }

    @Override
    public User grant(String name, Assignment role) {
        return change(name, Deeds.role(Action.USER_ROLE_GIVEN, name, role), user -> {
            StoredUser more = user.with(role);
            UserRules.roles(more.info().roles(), workspaces);
            return more;
        });
    }

    @Override
    public User revoke(String name, Assignment role) {
        return change(name, Deeds.role(Action.USER_ROLE_TAKEN, name, role), user -> user.without(role));
    }

    @Override
    public User setRoles(String name, Set<Assignment> roles) {
        UserRules.roles(roles, workspaces);
        return feed.change(writer -> {
            StoredUser before = known(name);
            StoredUser after = before.withRoles(roles);
            return change(writer, before, after, Deeds.rolesSet(before.info(), after.info()));
        });
    }

    @Override
    public User setRole(String name, WorkspaceId workspace, Optional<Role> role) {
        return feed.change(writer -> {
            StoredUser before = known(name);
            StoredUser after = before.withRoles(before.info().rolesWith(workspace, role));
            UserRules.roles(after.info().roles(), workspaces);
            return change(writer, before, after, Deeds.roleSet(workspace, before.info(), after.info()));
        });
    }

    @Override
    public boolean remove(String name) {
        return feed.change(writer -> {
            StoredUser user = users.get(name);
            if (user == null) {
                return false;
            }
            requireAnotherAdmin(user);
            writer.write(Kind.USER, Deeds.removed(user.info()), em -> {
                TokenStore.removeOf(em, name);
                CatalogDatabase.remove(em, UserRow.class, name);
            });
            SortedMap<String, StoredUser> fewer = new TreeMap<>(users);
            fewer.remove(name);
            users = fewer;
            return true;
        });
    }

    /** Upper and lower case of the name are the same. */
    @Override
    public Optional<User> authenticate(String name, Secret password) {
        if (password.value().length() > MAX_PASSWORD) {
            return Optional.empty();
        }
        Optional<StoredUser> user = Optional.ofNullable(users.get(name.toLowerCase(Locale.ROOT)));
        if (user.isEmpty()) {
            check.matchNobody(password);
            return Optional.empty();
        }
        PasswordHash hash = user.get().hash();
        if (!check.matches(hash, password)) {
            return Optional.empty();
        }
        // As it is now: while the hash was computed, roles or password may have changed.
        return Optional.ofNullable(users.get(user.get().info().name()))
                .filter(now -> now.hash().equals(hash))
                .map(StoredUser::info);
    }

    boolean hasAdmin() {
        return users.values().stream().anyMatch(StoredUser::isAdmin);
    }

    private User change(String name, Deed deed, UnaryOperator<StoredUser> change) {
        return feed.change(writer -> {
            StoredUser before = known(name);
            return change(writer, before, change.apply(before), deed);
        });
    }

    private User change(ChangeFeed.Writer writer, StoredUser before, StoredUser after, Deed deed) {
        if (before.isAdmin() && !after.isAdmin()) {
            requireAnotherAdmin(before);
        }
        return after.equals(before) ? before.info() : put(writer, deed, after);
    }

    private User put(ChangeFeed.Writer writer, Deed deed, StoredUser user) {
        String name = user.info().name();
        writer.write(Kind.USER, deed, em -> em.merge(new UserRow(user)));
        SortedMap<String, StoredUser> more = new TreeMap<>(users);
        more.put(name, user);
        users = Collections.unmodifiableSortedMap(more);
        return user.info();
    }

    private StoredUser known(String name) {
        StoredUser user = users.get(name);
        if (user == null) {
            throw new IllegalArgumentException("there is no user " + name);
        }
        return user;
    }

    private void requireUnknown(String name) {
        if (users.containsKey(name)) {
            throw new IllegalArgumentException("there is a user " + name + " already");
        }
    }

    private void requireAnotherAdmin(StoredUser user) {
        if (user.isAdmin()
                && users.values().stream().filter(StoredUser::isAdmin).count() < 2) {
            throw new IllegalArgumentException(user.info().name() + " is the only admin; make another one first");
        }
    }
}
