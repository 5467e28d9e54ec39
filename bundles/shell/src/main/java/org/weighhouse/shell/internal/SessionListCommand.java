package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.Sessions;

@Service
@Command(scope = "weighhouse", name = "session-list", description = "Lists who is logged in, in pages and consoles")
public final class SessionListCommand extends WeighhouseCommand {

    @Override
    Permission needs() {
        return Permission.ADMINISTER;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ShellTable table = new ShellTable().emptyTableText("nobody is logged in");
        for (String title : List.of("Id", "User", "In", "From", "Since (UTC)", "Last used (UTC)")) {
            table.column(title);
        }
        for (Sessions.Session each : services.need(Sessions.class).all()) {
            table.addRow()
                    .addContent(
                            each.id(),
                            each.user(),
                            each.way().name().toLowerCase(Locale.ROOT),
                            each.address(),
                            Shown.minute(each.opened(), ZoneOffset.UTC),
                            Shown.minute(each.used(), ZoneOffset.UTC));
        }
        table.print(out);
    }
}
