package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Workspaces;

@Service
@Command(
        scope = "weighhouse",
        name = "channel-list",
        description = "Lists the channels, whether each is on, and which workspaces are connected")
public final class ChannelListCommand extends WeighhouseCommand {

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ShellTable table = new ShellTable().emptyTableText("no channel was ever installed");
        table.column("Id");
        table.column("Name");
        table.column("State");
        table.column("Unit");
        table.column("Connected workspaces");
        Workspaces workspaces = services.need(Workspaces.class);
        ChannelAccounts accounts = services.need(ChannelAccounts.class);
        for (Channels.Channel channel : services.need(Channels.class).all()) {
            String id = channel.descriptor().id();
            List<String> connected = workspaces.all().stream()
                    .filter(workspace -> accounts.find(workspace.id(), id).isPresent())
                    .map(workspace -> workspace.id().value())
                    .toList();
            table.addRow()
                    .addContent(
                            id,
                            channel.descriptor().name(),
                            channel.online() ? "on" : "off",
                            Shown.unit(channel.descriptor().unit()),
                            connected.isEmpty() ? "none" : String.join(", ", connected));
        }
        table.print(out);
    }
}
