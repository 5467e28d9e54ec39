package org.weighhouse.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Somebody who may log in.
 *
 * @param name as {@link Users} allows names
 * @param roles sorted
 * @param mustChange whether the password is one that somebody else made up, so that it is to be changed
 * @param stamp another one after each change of the password: what was begun with the old one ends
 */
public record User(String name, List<Assignment> roles, boolean mustChange, long stamp, Instant created) {

    public User {
        roles = roles.stream().sorted().toList();
    }

    public Access access() {
        return new Access(Set.copyOf(roles));
    }
}
