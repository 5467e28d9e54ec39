package org.weighhouse.shell.internal;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspaces;

/** Offers the ids of channel accounts. */
@Service
public final class AccountCompleter extends IdCompleter {

    @Override
    Stream<String> ids(Services services, ConsoleUser user) {
        return services.find(Workspaces.class).stream()
                .flatMap(catalog -> user.access().where(Permission.LOOK, catalog.all()).stream())
                .flatMap(workspace -> services.find(ChannelAccounts.class).stream()
                        .flatMap(accounts -> accounts.list(workspace.id()).stream()))
                .map(ChannelAccount::id);
    }
}
