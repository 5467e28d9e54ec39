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

    /** Name of the health check that looks at bundles. */
    private static final String PARTS = "Parts";

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
        Channels channels = services.need(Channels.class);
        channels(channels).print(out);
        if (channels.all().stream().anyMatch(channel -> !channel.online())) {
            whyOff(services, out);
        }
        out.println();
        accounts(accounts, chosen).print(out);
    }

    /** What is wrong with bundles, of which an adapter may be one; for those who can mend it. */
    private void whyOff(Services services, PrintStream out) {
        if (user().access().may(Permission.OPERATE)) {
            Checks.all(services).stream()
                    .filter(check -> check.name().equals(PARTS))
                    .flatMap(check -> check.problems().stream())
                    .forEach(out::println);
        }
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
