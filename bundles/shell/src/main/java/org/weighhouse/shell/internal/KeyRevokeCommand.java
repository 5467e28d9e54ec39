package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ApiKeys;

@Service
@Command(scope = "weighhouse", name = "key-revoke", description = "Makes a key useless at once and for good")
public final class KeyRevokeCommand extends WeighhouseCommand {

    @Argument(index = 0, name = "id", description = "Id of the key, as weighhouse:key-list shows it", required = true)
    String id = "";

    @Override
    Permission needs() {
        return Permission.MANAGE;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        if (id.startsWith(ApiKeys.PREFIX)) {
            throw new CommandException("say the key's id, not the key itself; weighhouse:key-list shows it");
        }
        ApiKeys keys = services.need(ApiKeys.class);
        boolean known = workspaces(services).stream()
                .flatMap(workspace -> keys.list(workspace.id()).stream())
                .anyMatch(key -> key.id().equals(id));
        if (!known || !keys.revoke(id)) {
            throw new CommandException("there is no key with id " + id + "; weighhouse:key-list shows them");
        }
        out.println("Revoked " + id);
    }
}
