package org.weighhouse.api.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Permission.Scope;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.Workspace;

/** What somebody may do, by the roles they have. Whoever asks before doing something asks here. */
public record Access(Set<Assignment> roles) {

    /** Of somebody without roles. */
    public static final Access NONE = new Access(Set.of());

    public Access {
        roles = Set.copyOf(roles);
    }

    /** @param names names of role principals; those that are no roles of ours give nothing */
    public static Access of(Collection<String> names) {
        return new Access(
                names.stream().map(Assignment::read).flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    /** What a key may in its workspace beside what bots do: to manage it as its managers, to read it as its viewers. */
    public static Access of(ApiKeys.KeyInfo key) {
        return new Access(key.terms().scopes().stream()
                .flatMap(scope -> switch (scope) {
                    case MANAGE -> Stream.of(Role.MANAGER);
                    case READ -> Stream.of(Role.VIEWER);
                    case SEND, INGEST -> Stream.<Role>empty();
                })
                .map(role -> Assignment.of(role, key.workspace()))
                .collect(Collectors.toSet()));
    }

    /**
     * Whether something that concerns the installation may be done.
     *
     * @throws IllegalArgumentException if the permission is about a workspace: a mistake of whoever asks
     */
    public boolean may(Permission permission) {
        if (permission.scope() != Scope.INSTALLATION) {
            throw new IllegalArgumentException("say for which workspace: " + permission);
        }
        return roles.stream().anyMatch(each -> each.role().has(permission));
    }

    /**
     * Whether something may be done in a workspace.
     *
     * @throws IllegalArgumentException if the permission is about the installation: a mistake of whoever asks
     */
    public boolean may(Permission permission, WorkspaceId workspace) {
        if (permission.scope() != Scope.WORKSPACE) {
            throw new IllegalArgumentException("not a matter of one workspace: " + permission);
        }
        return roles.stream().anyMatch(each -> each.role().has(permission) && reaches(each, workspace));
    }

    /** Whether there is anything at all, here or in some workspace, that the permission may be used for. */
    public boolean mayAnywhere(Permission permission) {
        return roles.stream().anyMatch(each -> each.role().has(permission));
    }

    /** Those workspaces, in their order, in which something may be done. */
    public List<Workspace> where(Permission permission, List<Workspace> workspaces) {
        return workspaces.stream()
                .filter(workspace -> may(permission, workspace.id()))
                .toList();
    }

    /** Whether a role may be given and taken: an admin any, a manager those of workspaces managed. */
    public boolean mayAssign(Assignment role) {
        return may(Permission.ADMINISTER)
                || role.workspace()
                        .map(workspace -> may(Permission.MANAGE, workspace))
                        .orElse(false);
    }

    /** Whether somebody with these roles may be removed or given a password: if each of the roles may be assigned. */
    public boolean mayManage(Access other) {
        return may(Permission.ADMINISTER)
                || !other.roles.isEmpty() && other.roles.stream().allMatch(this::mayAssign);
    }

    private static boolean reaches(Assignment role, WorkspaceId workspace) {
        return role.workspace().map(workspace::equals).orElse(true);
    }
}
