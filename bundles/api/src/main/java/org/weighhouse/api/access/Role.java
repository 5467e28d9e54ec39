package org.weighhouse.api.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.weighhouse.api.access.Permission.Scope;

/** The table of roles: what each may, and whether it is given for the installation or for one workspace. */
public enum Role {

    /** Platform admin. */
    ADMIN(Scope.INSTALLATION, EnumSet.allOf(Permission.class)),

    /** Platform operator. */
    OPERATOR(Scope.INSTALLATION, EnumSet.of(Permission.OPERATE)),

    /** Workspace manager. */
    MANAGER(Scope.WORKSPACE, EnumSet.of(Permission.MANAGE, Permission.LOOK)),

    /** Workspace viewer. */
    VIEWER(Scope.WORKSPACE, EnumSet.of(Permission.LOOK));

    private final Scope scope;
    private final Set<Permission> permissions;

    Role(Scope scope, Set<Permission> permissions) {
        this.scope = scope;
        this.permissions = permissions;
    }

    /** Whether it is given for the installation or for one workspace. */
    public Scope scope() {
        return scope;
    }

    public boolean has(Permission permission) {
        return permissions.contains(permission);
    }

    /** Its word in texts: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word. */
    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
