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
        name = "channel-standard",
        description = "Makes an account the one of its channel that is meant by requests that name none")
public final class ChannelStandardCommand extends WeighhouseCommand {

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
        ChannelAccount chosen = account(accounts, account);
        accounts.makeStandard(chosen.id());
        out.println("Account " + chosen.id() + " (" + chosen.name() + ") is the standard one of " + chosen.workspace()
                + " at " + chosen.channel());
    }
}
