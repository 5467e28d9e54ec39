package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.channel.UpstreamAddresses;

/** There is no option for a secret itself: it would stay in the shell's history and log. */
@Service
@Command(
        scope = "weighhouse",
        name = "channel-connect",
        description =
                "Connects a workspace to a channel with one of its accounts on the platform: a bot, a number, a page",
        detailedDescription = "Asks for each field of the channel that is not given with --set or --credential-file, "
                + "secrets without echo. A workspace can have many accounts of a channel; the first one is the "
                + "standard one, which is meant by requests that name none.")
public final class ChannelConnectCommand extends WeighhouseCommand {

    @Argument(index = 0, name = "channel", description = "Id of the channel, such as telegram", required = true)
    @Completion(ChannelCompleter.class)
    String channel = "";

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; not needed if there is only one")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Option(name = "-n", aliases = "--name", description = "Name of the account; the channel's name if not said")
    String name;

    @Option(
            name = "-s",
            aliases = "--set",
            description = "A setting, such as phoneNumberId=1055; can be said several times; not for secrets",
            multiValued = true)
    List<String> set = List.of();

    @Option(
            name = "-f",
            aliases = "--credential-file",
            description = "File on the server that holds the credential, or field=file for another secret; can be said"
                    + " several times",
            multiValued = true)
    @Completion(ServerFileCompleter.class)
    List<String> files = List.of();

    @Option(
            name = "-u",
            aliases = "--url",
            description = "Where the platform is reached; its usual address if not said")
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
        Workspace of = workspace(services, workspace);
        ChannelAccounts accounts = services.need(ChannelAccounts.class);
        ChannelDescriptor descriptor = channel(services, channel);
        URI address = address(services, descriptor);
        AccountForm form = new AccountForm(session, descriptor, Map.of());
        form.set(set);
        form.read(files);
        form.askForTheRest(out);
        String title = said(name).isEmpty() ? freeName(accounts, of.id(), descriptor) : name;
        ChannelAccount account =
                accounts.connect(of.id(), channel, new AccountDetails(title, address, form.settings(), form.secrets()));
        out.println("Connected " + of.id() + " to " + channel + " at " + account.baseUrl() + " as account "
                + account.id() + " (" + account.name() + ")" + (account.standard() ? ", the standard one" : ""));
        if (services.need(Channels.class)
                .find(channel)
                .map(Channels.Channel::receives)
                .orElse(false)) {
            out.println("Webhook path at the gateway: " + account.webhookPath());
        }
    }

    /** Looked at before anything is asked for. */
    private URI address(Services services, ChannelDescriptor descriptor) throws CommandException {
        URI address = said(url).isEmpty() ? URI.create(descriptor.defaultBaseUrl()) : Typed.url("--url", url);
        Optional<String> refusal =
                services.find(UpstreamAddresses.class).flatMap(upstreams -> upstreams.refusal(address));
        if (refusal.isPresent()) {
            throw new CommandException(refusal.get());
        }
        return address;
    }

    private String freeName(ChannelAccounts accounts, WorkspaceId of, ChannelDescriptor descriptor) {
        List<String> taken =
                accounts.list(of, channel).stream().map(ChannelAccount::name).toList();
        String free = descriptor.name();
        for (int number = 2; taken.contains(free); number++) {
            free = descriptor.name() + " " + number;
        }
        return free;
    }
}
