package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;

@Service
@Command(scope = "weighhouse", name = "key-revoke", description = "Makes a key useless at once and for good")
public final class KeyRevokeCommand extends KeyCommand {

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        if (!known(services).revoke(id)) {
            throw unknown();
        }
        out.println("Revoked " + id);
    }
}
