package org.weighhouse.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ApiKeys;

/** What is done to one key, of a workspace that the user may manage; others are as unknown as those that never were. */
abstract class KeyCommand extends WeighhouseCommand {

    @Argument(index = 0, name = "id", description = "Id of the key, as weighhouse:key-list shows it", required = true)
    @Completion(KeyCompleter.class)
    String id = "";

    @Override
    final Permission needs() {
        return Permission.MANAGE;
    }

    /** The keys, if {@link #id} is one of them. */
    final ApiKeys known(Services services) throws CommandException {
        if (id.startsWith(ApiKeys.PREFIX)) {
            throw new CommandException("say the key's id, not the key itself; weighhouse:key-list shows it");
        }
        ApiKeys keys = services.need(ApiKeys.class);
        boolean known = workspaces(services).stream()
                .flatMap(workspace -> keys.list(workspace.id()).stream())
                .anyMatch(key -> key.id().equals(id));
        if (!known) {
            throw unknown();
        }
        return keys;
    }

    final CommandException unknown() {
        return new CommandException("there is no key with id " + id + "; weighhouse:key-list shows them");
    }
}
