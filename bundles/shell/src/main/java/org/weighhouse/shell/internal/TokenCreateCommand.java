package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.channel.Gateway;

@Service
@Command(
        scope = "weighhouse",
        name = "token-create",
        description = "Makes a token by which a program may do at the REST API what its user may, and shows it, once")
public final class TokenCreateCommand extends TokenCommand {

    @Option(name = "-u", aliases = "--user", description = "The user it acts for; yourself if not said")
    @Completion(UserCompleter.class)
    String owner;

    @Option(name = "-l", aliases = "--label", description = "What the token is for")
    String label = "shell";

    @Option(
            name = "-e",
            aliases = "--expires",
            description = "When it ends: a number of days, such as 30d, an instant, such as 2027-01-31T00:00:00Z, or"
                    + " never")
    String expires = "90d";

    @Option(
            name = "-f",
            aliases = "--from",
            multiValued = true,
            description = "Address or network that it may be used from, such as 203.0.113.7 or 2001:db8::/32; may be"
                    + " given several times. Without it: from everywhere")
    List<String> sources;

    @Option(name = "-q", aliases = "--quiet", description = "Prints the token alone, for scripts")
    boolean quiet;

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        String ends = expires.equals("never") ? "" : expires;
        AccessTokens.NewToken token =
                services.need(AccessTokens.class).create(owner(owner), label, KeyForm.validity(ends, said(sources)));
        if (quiet) {
            out.println(token.text());
            return;
        }
        out.println("Token " + token.info().id() + ", acts for " + token.info().user() + ":");
        KeyForm.print(token.text(), out);
        out.println(
                "  REST API  " + services.find(Gateway.class).map(Gateway::url).orElse("<gateway>")
                        + "/api/v1/admin  (Authorization: Bearer <token>)");
    }
}
