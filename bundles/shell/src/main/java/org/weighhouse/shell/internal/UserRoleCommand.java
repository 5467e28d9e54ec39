package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;

/** What giving and taking a role share. */
abstract class UserRoleCommand extends UserCommand {

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

    /** Gives or takes it. */
    abstract User change(Users users, Assignment assignment) throws CommandException;

    @Override
    final void run(Services services, PrintStream out) throws CommandException {
        out.println(shown(change(services.need(Users.class), assignable(role))));
    }
}
