package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;

@Service
@Command(scope = "weighhouse", name = "workspace-list", description = "Lists the workspaces")
public final class WorkspaceListCommand extends WeighhouseCommand {

    @Override
    Permission needs() {
        return Permission.LOOK;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ShellTable table = new ShellTable().emptyTableText("no workspace yet; see weighhouse:workspace-create --help");
        table.column("Id");
        table.column("Name");
        table.column("Zone");
        table.column("Plan");
        table.column("Currency");
        for (Workspace workspace : workspaces(services)) {
            table.addRow()
                    .addContent(
                            workspace.id(),
                            workspace.name(),
                            workspace.zone().getId(),
                            workspace.plan(),
                            workspace.currency());
        }
        table.print(out);
    }
}
