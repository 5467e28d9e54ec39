package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Users;

@Service
@Command(
        scope = "weighhouse",
        name = "user-revoke",
        description = "Takes a role away from somebody, everywhere within a second")
public final class UserRevokeCommand extends UserCommand {

    @Argument(index = 0, name = "name", description = "Name of the user", required = true)
    @Completion(UserCompleter.class)
    String name = "";

    @Argument(
            index = 1,
            name = "role",
            description = "admin, operator, manager:<workspace> or viewer:<workspace>",
            required = true)
    @Completion(RoleCompleter.class)
    String role = "";

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Users users = services.need(Users.class);
        Assignment assignment = assignable(role);
        knownHere(users, name);
        out.println(shown(users.revoke(name, assignment)));
    }
}
