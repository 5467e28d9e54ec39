package org.weighhouse.shell.internal;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.weighhouse.api.catalog.Workspaces;

/** Offers the ids of workspaces. */
@Service
public final class WorkspaceCompleter extends IdCompleter {

    @Override
    Stream<String> ids(Services services) {
        return services.find(Workspaces.class).stream()
                .flatMap(catalog -> catalog.all().stream())
                .map(workspace -> workspace.id().value());
    }
}
