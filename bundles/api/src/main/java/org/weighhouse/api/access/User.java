package org.weighhouse.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighhouse.api.WorkspaceId;

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

    /** The role in a workspace that counts: that which may more, if there are several. */
    public Optional<Role> roleIn(WorkspaceId workspace) {
        return roles.stream()
                .filter(each -> each.isIn(workspace))
                .map(Assignment::role)
                .findFirst();
    }

    /**
     * All roles, if this were the one in a workspace, or none were.
     *
     * @throws IllegalArgumentException if it is no role in a workspace
     */
    public Set<Assignment> rolesWith(WorkspaceId workspace, Optional<Role> role) {
        return Stream.concat(
                        roles.stream().filter(each -> !each.isIn(workspace)),
                        role.stream().map(each -> Assignment.of(each, workspace)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
