package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;

@Service
@Command(
        scope = "weighhouse",
        name = "token-list",
        description = "Lists tokens by id and last four characters: your own, and for platform admins all")
public final class TokenListCommand extends TokenCommand {

    @Option(name = "-u", aliases = "--user", description = "The user they act for")
    @Completion(UserCompleter.class)
    String owner;

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ShellTable table = new ShellTable().emptyTableText("no tokens; weighhouse:token-create makes one");
        for (String title :
                List.of("Id", "User", "Label", "Token", "From", "Created (UTC)", "Ends (UTC)", "Last used (UTC)")) {
            table.column(title);
        }
        AccessTokens tokens = services.need(AccessTokens.class);
        for (String owner : owners(services)) {
            tokens.list(owner).forEach(token -> table.addRow()
                    .addContent(
                            token.id(),
                            owner,
                            token.label(),
                            AccessTokens.PREFIX + "…" + token.hint(),
                            KeyForm.from(token.validity()),
                            Shown.minute(token.created(), ZoneOffset.UTC),
                            KeyForm.end(token.validity(), ZoneOffset.UTC),
                            tokens.lastUsed(token.id())
                                    .map(time -> Shown.minute(time, ZoneOffset.UTC))
                                    .orElse("never")));
        }
        table.print(out);
    }

    private List<String> owners(Services services) throws CommandException {
        return said(owner).isEmpty() && isByAdmin()
                ? services.need(Users.class).all().stream().map(User::name).toList()
                : List.of(owner(owner));
    }
}
