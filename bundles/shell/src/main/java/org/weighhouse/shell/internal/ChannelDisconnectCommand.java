package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;

@Service
@Command(
        scope = "weighhouse",
        name = "channel-disconnect",
        description = "Forgets a workspace's credential for a channel; its history stays")
public final class ChannelDisconnectCommand extends WeighhouseCommand {

    @Argument(index = 0, name = "channel", description = "Id of the channel, such as telegram", required = true)
    @Completion(ChannelCompleter.class)
    String channel = "";

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; not needed if there is only one")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Workspace of = workspace(services, workspace);
        if (!services.need(ChannelAccounts.class).disconnect(of.id(), channel)) {
            throw new CommandException("workspace " + of.id() + " is not connected to " + channel);
        }
        out.println("Disconnected " + of.id() + " from " + channel);
    }
}
