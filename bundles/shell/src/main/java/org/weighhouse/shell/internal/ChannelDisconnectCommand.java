package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;

@Service
@Command(
        scope = "weighhouse",
        name = "channel-disconnect",
        description = "Forgets a channel account and its secrets; its history stays")
public final class ChannelDisconnectCommand extends WeighhouseCommand {

    @Argument(
            index = 0,
            name = "account",
            description = "Id of the account, as weighhouse:channel-list shows it",
            required = true)
    @Completion(AccountCompleter.class)
    String account = "";

    @Override
    Permission needs() {
        return Permission.MANAGE;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ChannelAccounts accounts = services.need(ChannelAccounts.class);
        ChannelAccount gone = account(accounts, account);
        accounts.disconnect(gone.id());
        out.println("Disconnected " + gone.workspace() + " from " + gone.channel() + ": account " + gone.id() + " ("
                + gone.name() + ")");
        if (gone.standard()) {
            accounts.standard(gone.workspace(), gone.channel())
                    .ifPresent(
                            next -> out.println("The standard account is " + next.id() + " (" + next.name() + ") now"));
        }
    }
}
