package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.MadeUpPassword;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;

@Service
@Command(
        scope = "weighhouse",
        name = "user-create",
        description = "Makes a user, whose password is asked for or made up; the user is to change it")
public final class UserCreateCommand extends UserCommand {

    @Argument(
            index = 0,
            name = "name",
            description = "Name of the user: lower-case letters, digits and . _ @ + -",
            required = true)
    String name = "";

    @Option(
            name = "-r",
            aliases = "--role",
            description =
                    "A role: admin, operator, manager:<workspace> or viewer:<workspace>; can be said several times",
            multiValued = true)
    @Completion(RoleCompleter.class)
    List<String> roles = List.of();

    @Option(name = "-g", aliases = "--generate", description = "Makes the password up and shows it, once")
    boolean generate;

    @Override
    void run(Services services, PrintStream out) throws CommandException, IOException {
        Users users = services.need(Users.class);
        Set<Assignment> given = new HashSet<>();
        for (String role : roles) {
            given.add(assignable(role));
        }
        if (given.isEmpty() && !isByAdmin()) {
            throw new CommandException("say which role: -r viewer:<workspace> or -r manager:<workspace>");
        }
        if (users.find(name).isPresent()) {
            throw new CommandException("there is a user " + name + " already; weighhouse:user-grant gives a role");
        }
        Secret password = generate ? MadeUpPassword.next() : NewPassword.typed(session);
        out.println(shown(users.create(name, password, given, true)));
        if (generate) {
            NewPassword.show(name, password, out);
        }
    }
}
