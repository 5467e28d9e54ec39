package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;

@Service
@Command(
        scope = "weighhouse",
        name = "user-list",
        description = "Lists users and their roles; for managers those of their workspaces")
public final class UserListCommand extends UserCommand {

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ShellTable table = new ShellTable().emptyTableText("no user; weighhouse:user-create makes one");
        for (String title : List.of("User", "Roles", "Password", "Created (UTC)")) {
            table.column(title);
        }
        for (User each : services.need(Users.class).all()) {
            List<Assignment> roles =
                    each.roles().stream().filter(user().access()::mayAssign).toList();
            if (isKnownHere(each)) {
                table.addRow()
                        .addContent(
                                each.name(),
                                roles.stream().map(Assignment::toString).collect(Collectors.joining(", ")),
                                each.mustChange() ? "to be changed" : "own",
                                Shown.minute(each.created(), ZoneOffset.UTC));
            }
        }
        table.print(out);
    }
}
