package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;

@Service
@Command(
        scope = "weighhouse",
        name = "channel-change",
        description = "Changes what is said of a channel account and keeps the rest, its id and webhook path too")
public final class ChannelChangeCommand extends WeighhouseCommand {

    @Argument(
            index = 0,
            name = "account",
            description = "Id of the account, as weighhouse:channel-list shows it",
            required = true)
    @Completion(AccountCompleter.class)
    String account = "";

    @Option(name = "-n", aliases = "--name", description = "New name of the account")
    String name;

    @Option(
            name = "-s",
            aliases = "--set",
            description = "A setting, such as phoneNumberId=1055, or phoneNumberId= to remove it; can be said several"
                    + " times; not for secrets",
            multiValued = true)
    List<String> set = List.of();

    @Option(
            name = "-a",
            aliases = "--ask",
            description =
                    "A field to be asked for, such as credential, secrets without echo; can be said several times",
            multiValued = true)
    List<String> ask = List.of();

    @Option(
            name = "-f",
            aliases = "--credential-file",
            description = "File on the server that holds the credential, or field=file for another secret; can be said"
                    + " several times",
            multiValued = true)
    @Completion(ServerFileCompleter.class)
    List<String> files = List.of();

    @Option(name = "-u", aliases = "--url", description = "Where the platform is reached from now on")
    String url;

    @Override
    Permission needs() {
        return Permission.MANAGE;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException, IOException {
        if (!files.isEmpty()) {
            requireAdminFor("--credential-file");
        }
        ChannelAccounts accounts = services.need(ChannelAccounts.class);
        ChannelAccount before = account(accounts, account);
        AccountForm form = new AccountForm(session, channel(services, before.channel()), before.settings());
        form.set(set);
        form.read(files);
        form.ask(ask, out);
        ChannelAccount after = accounts.change(
                before.id(),
                new AccountDetails(
                        said(name).isEmpty() ? before.name() : name,
                        said(url).isEmpty() ? before.baseUrl() : Typed.url("--url", url),
                        form.settings(),
                        form.secrets()));
        out.println("Changed account " + after.id() + " (" + after.name() + ") of " + after.workspace() + " at "
                + after.channel() + ", " + after.baseUrl());
    }
}
