package org.weighhouse.shell.internal;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.weighhouse.api.catalog.Workspaces;

/** Offers the names of plans. */
@Service
public final class PlanCompleter extends IdCompleter {

    @Override
    Stream<String> ids(Services services, ConsoleUser user) {
        return services.find(Workspaces.class).stream()
                .flatMap(catalog -> catalog.plans().stream())
                .map(plan -> plan.name());
    }
}
