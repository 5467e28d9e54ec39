package org.weighhouse.catalog.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;

/** A user and the hash of the password, as they are in memory. */
record StoredUser(User info, PasswordHash hash) {

    boolean isAdmin() {
        return info.roles().contains(Assignment.ADMIN);
    }

    StoredUser with(Assignment role) {
        Set<Assignment> more = new HashSet<>(info.roles());
        more.add(role);
        return withRoles(more);
    }

    StoredUser without(Assignment role) {
        Set<Assignment> fewer = new HashSet<>(info.roles());
        fewer.remove(role);
        return withRoles(fewer);
    }

    StoredUser with(PasswordHash other, boolean mustChange, long stamp) {
        return new StoredUser(new User(info.name(), info.roles(), mustChange, stamp, info.created()), other);
    }

    StoredUser withRoles(Collection<Assignment> roles) {
        return new StoredUser(
                new User(info.name(), List.copyOf(roles), info.mustChange(), info.stamp(), info.created()), hash);
    }
}
