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
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.Channels;

@Service
@Command(
        scope = "weighhouse",
        name = "channel-list",
        description = "Lists the channels, whether each is on, and the accounts that workspaces have of them")
public final class ChannelListCommand extends WeighhouseCommand {

    @Option(name = "-w", aliases = "--workspace", description = "Accounts of this workspace only; of all if not said")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Override
    Permission needs() {
        return Permission.LOOK;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ChannelAccounts accounts = services.need(ChannelAccounts.class);
        List<Workspace> chosen = chosen(services, workspace);
        channels(services.need(Channels.class)).print(out);
        out.println();
        accounts(accounts, chosen).print(out);
    }

    private static ShellTable channels(Channels channels) {
        ShellTable table = new ShellTable().emptyTableText("no channel was ever installed");
        table.column("Channel");
        table.column("Name");
        table.column("State");
        table.column("Unit");
        channels.all().forEach(channel -> table.addRow()
                .addContent(
                        channel.descriptor().id(),
                        channel.descriptor().name(),
                        channel.online() ? "on" : "off",
                        Shown.unit(channel.descriptor().unit())));
        return table;
    }

    private static ShellTable accounts(ChannelAccounts accounts, List<Workspace> chosen) {
        ShellTable table = new ShellTable().emptyTableText("no account; weighhouse:channel-connect makes one");
        for (String title : List.of("Account", "Name", "Workspace", "Channel", "Standard", "Address")) {
            table.column(title);
        }
        for (Workspace of : chosen) {
            for (ChannelAccount account : accounts.list(of.id())) {
                table.addRow()
                        .addContent(
                                account.id(),
                                account.name(),
                                of.id(),
                                account.channel(),
                                account.standard() ? "yes" : "",
                                account.baseUrl());
            }
        }
        return table;
    }
}
