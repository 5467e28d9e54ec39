package org.weighhouse.shell.internal;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspaces;

/** Offers the ids of workspaces. */
@Service
public final class WorkspaceCompleter extends IdCompleter {

    @Override
    Stream<String> ids(Services services, ConsoleUser user) {
        return services.find(Workspaces.class).stream()
                .flatMap(catalog -> user.access().where(Permission.LOOK, catalog.all()).stream())
                .map(workspace -> workspace.id().value());
    }
}
