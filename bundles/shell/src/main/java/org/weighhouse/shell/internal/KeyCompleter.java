package org.weighhouse.shell.internal;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.Workspaces;

/** Offers the ids of keys that may be changed. */
@Service
public final class KeyCompleter extends IdCompleter {

    @Override
    Stream<String> ids(Services services, ConsoleUser user) {
        return services.find(Workspaces.class).stream()
                .flatMap(catalog -> user.access().where(Permission.MANAGE, catalog.all()).stream())
                .flatMap(workspace ->
                        services.find(ApiKeys.class).stream().flatMap(keys -> keys.list(workspace.id()).stream()))
                .map(ApiKeys.KeyInfo::id);
    }
}
