package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.Workspace;

@Service
@Command(scope = "weighhouse", name = "key-list", description = "Lists keys by id and last four characters")
public final class KeyListCommand extends WeighhouseCommand {

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; all of them if not said")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Override
    Permission needs() {
        return Permission.LOOK;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ShellTable table = new ShellTable().emptyTableText("no keys; weighhouse:key-create makes one");
        table.column("Id");
        table.column("Workspace");
        table.column("Label");
        table.column("Key");
        table.column("Good for");
        table.column("From");
        table.column("Created");
        table.column("Ends");
        table.column("Last used");
        ApiKeys keys = services.need(ApiKeys.class);
        List<Workspace> chosen = chosen(services, workspace);
        for (Workspace of : chosen) {
            keys.list(of.id()).forEach(key -> table.addRow()
                    .addContent(
                            key.id(),
                            of.id(),
                            key.label(),
                            ApiKeys.PREFIX + "…" + key.hint(),
                            KeyForm.shown(key.terms().scopes()),
                            KeyForm.from(key.terms().validity()),
                            Shown.minute(key.created(), of.zone()),
                            KeyForm.end(key.terms().validity(), of.zone()),
                            keys.lastUsed(key.id())
                                    .map(time -> Shown.minute(time, of.zone()))
                                    .orElse("never")));
        }
        table.print(out);
    }
}
