package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.AccessTokens;

@Service
@Command(scope = "weighhouse", name = "token-revoke", description = "Makes a token useless at once")
public final class TokenRevokeCommand extends TokenCommand {

    @Argument(
            index = 0,
            name = "id",
            description = "Id of the token, as weighhouse:token-list shows it",
            required = true)
    String id = "";

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        AccessTokens tokens = services.need(AccessTokens.class);
        tokens.revoke(token(tokens, id).id());
        out.println("Revoked " + id);
    }
}
