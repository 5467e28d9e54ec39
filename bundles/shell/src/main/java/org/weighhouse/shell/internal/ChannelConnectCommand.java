package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;

/** There is no option for the credential itself: it would stay in the shell's history and log. */
@Service
@Command(
        scope = "weighhouse",
        name = "channel-connect",
        description =
                "Connects a workspace to a channel with the platform's own credential, such as a bot token or API key")
public final class ChannelConnectCommand extends WeighhouseCommand {

    /** A larger file is not a credential but a mistake. */
    private static final long MAX_FILE_BYTES = 8_192;

    @Argument(index = 0, name = "channel", description = "Id of the channel, such as telegram", required = true)
    @Completion(ChannelCompleter.class)
    String channel = "";

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; not needed if there is only one")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Option(
            name = "-f",
            aliases = "--credential-file",
            description = "File on the server that holds the credential; asked for, without echo, if not said")
    @Completion(FileCompleter.class)
    String credentialFile;

    @Option(
            name = "-u",
            aliases = "--url",
            description = "Where the platform is reached; its usual address if not said")
    String url;

    @Override
    void run(Services services, PrintStream out) throws CommandException, IOException {
        Workspace of = workspace(services, workspace);
        ChannelAccounts accounts = services.need(ChannelAccounts.class);
        URI address = URI.create(said(url).isEmpty() ? usual(services) : url);
        ChannelAccount account = accounts.connect(of.id(), channel, address, credential());
        out.println("Connected " + of.id() + " to " + channel + " at " + account.baseUrl());
    }

    /** Empty for an unknown channel: connecting then says which are known. */
    private String usual(Services services) throws CommandException {
        return services.need(Channels.class)
                .find(channel)
                .map(known -> known.descriptor().defaultBaseUrl())
                .orElse("");
    }

    private Secret credential() throws CommandException, IOException {
        String text = said(credentialFile).isEmpty() ? asked() : read(Path.of(credentialFile));
        if (text == null || text.isBlank()) {
            throw new CommandException("no credential was given; nothing changed");
        }
        return new Secret(text.strip());
    }

    private String asked() throws CommandException, IOException {
        try {
            return session.readLine("Credential: ", '*');
        } catch (UnsupportedOperationException e) {
            throw new CommandException("there is no terminal to ask for the credential; use --credential-file", e);
        }
    }

    private static String read(Path file) throws CommandException, IOException {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new CommandException(file + " is larger than " + MAX_FILE_BYTES + " bytes");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new CommandException("there is no file " + file, e);
        }
    }
}
