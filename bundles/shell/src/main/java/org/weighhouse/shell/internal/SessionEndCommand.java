package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.Sessions;

@Service
@Command(scope = "weighhouse", name = "session-end", description = "Ends a session at once")
public final class SessionEndCommand extends WeighhouseCommand {

    @Argument(
            index = 0,
            name = "id",
            description = "Id of the session, as weighhouse:session-list shows it",
            required = true)
    String id = "";

    @Override
    Permission needs() {
        return Permission.ADMINISTER;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        if (!services.need(Sessions.class).end(id)) {
            throw new CommandException("there is no session " + id + "; weighhouse:session-list shows them");
        }
        out.println("Ended " + id);
    }
}
