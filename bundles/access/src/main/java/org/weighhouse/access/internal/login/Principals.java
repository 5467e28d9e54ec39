package org.weighhouse.access.internal.login;

import java.security.Principal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.UserPrincipal;

/** What a user is to Karaf: a name, our roles, and Karaf's own that these stand for. */
final class Principals {

    /** Lets into Karaf's shell. */
    private static final String SHELL = "ssh";

    private Principals() {}

    static Set<Principal> of(User user) {
        Set<Principal> principals = new HashSet<>(roles(user.access()));
        principals.add(new org.apache.karaf.jaas.boot.principal.UserPrincipal(user.name()));
        principals.add(new UserPrincipal(user));
        return principals;
    }

    /** Those of somebody's roles alone. */
    static Set<Principal> roles(Access access) {
        return Stream.concat(access.roles().stream().map(Assignment::toString), karafRoles(access))
                .map(RolePrincipal::new)
                .collect(Collectors.toSet());
    }

    /**
     * Karaf's rules name {@code admin}, {@code manager} and {@code viewer}, which reach into bundles and configuration: only
     * admins get those. The rules of our commands name {@code workspace-manager} and {@code workspace-viewer} besides.
     */
    private static Stream<String> karafRoles(Access access) {
        if (access.roles().isEmpty()) {
            return Stream.empty();
        }
        if (access.roles().contains(Assignment.ADMIN)) {
            return Stream.of(SHELL, "manager", "viewer", "systembundles");
        }
        return Stream.concat(
                Stream.of(SHELL),
                access.roles().stream()
                        .map(Assignment::role)
                        .filter(role -> role == Role.MANAGER || role == Role.VIEWER)
                        .map(role -> "workspace-" + role.word()));
    }
}
