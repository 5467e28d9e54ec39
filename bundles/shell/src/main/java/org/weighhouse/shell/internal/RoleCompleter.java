package org.weighhouse.shell.internal;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Permission.Scope;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.catalog.Workspaces;

/** Offers the roles that whoever types may give and take. */
@Service
public final class RoleCompleter extends IdCompleter {

    @Override
    Stream<String> ids(Services services, ConsoleUser user) {
        return Stream.of(Role.values())
                .flatMap(role -> role.scope() == Scope.INSTALLATION
                        ? Stream.of(role.word())
                        : services.find(Workspaces.class).stream()
                                .flatMap(catalog -> catalog.all().stream())
                                .map(workspace ->
                                        Assignment.of(role, workspace.id()).toString()))
                .filter(text -> user.access().mayAssign(Assignment.parse(text)));
    }
}
