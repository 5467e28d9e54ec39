package org.weighhouse.gateway.internal.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** {@code users} of a workspace: who has a role there. Roles elsewhere are neither shown nor touched. */
record MembersResource(Neighbours neighbours) {

    RestReply list(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        List<User> members = users().all().stream()
                .filter(user -> user.roleIn(workspace).isPresent())
                .toList();
        return Answers.page(request, members, User::name, user -> shown(user, workspace));
    }

    /** Whoever is unknown is made. */
    RestReply put(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        Role role = Fields.read(request, fields -> fields.need("role", MembersResource::role));
        String name = request.variable("user");
        return Answers.orRefused(() -> {
            Optional<User> before = users().find(name);
            if (before.isEmpty()) {
                return UsersResource.created(
                        users(), name, Set.of(Assignment.of(role, workspace)), user -> shown(user, workspace));
            }
            boolean isNew = before.get().roleIn(workspace).isEmpty();
            return Answers.saved(isNew, shown(users().setRole(name, workspace, Optional.of(role)), workspace));
        });
    }

    RestReply delete(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        User user = Answers.orNotFound(
                users().find(request.variable("user"))
                        .filter(known -> known.roleIn(workspace).isPresent()),
                "user of this workspace");
        return Answers.orRefused(() -> {
            users().setRole(user.name(), workspace, Optional.empty());
            return RestReply.nothing();
        });
    }

    private Users users() {
        return neighbours.users().get();
    }

    private static Role role(String text) {
        return Role.of(text)
                .filter(role -> role.scope() == Permission.Scope.WORKSPACE)
                .orElseThrow(() -> new IllegalArgumentException("a role in a workspace is manager or viewer"));
    }

    private static Map<String, Object> shown(User user, WorkspaceId workspace) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", user.name());
        user.roleIn(workspace).ifPresent(role -> shown.put("role", role.word()));
        return shown;
    }
}
