package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Users;

@Service
@Command(
        scope = "weighhouse",
        name = "user-remove",
        description = "Removes a user, who is logged out everywhere within a second")
public final class UserRemoveCommand extends UserCommand {

    @Argument(index = 0, name = "name", description = "Name of the user", required = true)
    @Completion(UserCompleter.class)
    String name = "";

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Users users = services.need(Users.class);
        users.remove(managed(users, name).name());
        out.println("Removed " + name);
    }
}
