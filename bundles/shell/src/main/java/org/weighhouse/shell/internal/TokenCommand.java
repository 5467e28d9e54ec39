package org.weighhouse.shell.internal;

import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.access.AccessTokens.TokenInfo;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.User;

/** What commands about tokens share: everybody has their own, and an admin everybody's. */
abstract class TokenCommand extends WeighhouseCommand {

    @Override
    Permission needs() {
        return Permission.ADMINISTER;
    }

    @Override
    final boolean isForEverybody() {
        return true;
    }

    /**
     * The user that tokens are looked at for.
     *
     * @param option a name; empty or {@code null} for whoever runs it
     */
    final String owner(String option) throws CommandException {
        String named = said(option).isEmpty() ? own() : said(option);
        if (named.isEmpty()) {
            throw new CommandException("say whose: -u <user>");
        }
        if (!named.equals(own()) && !isByAdmin()) {
            throw new CommandException("tokens of others are for platform admins");
        }
        return named;
    }

    /** The name of whoever runs it; empty for somebody of another realm, who has no tokens. */
    private String own() {
        return user().known().map(User::name).orElse("");
    }

    /** A token that whoever runs it may revoke. */
    final TokenInfo token(AccessTokens tokens, String id) throws CommandException {
        return tokens.find(id)
                .filter(token -> isByAdmin() || token.user().equals(own()))
                .orElseThrow(
                        () -> new CommandException("there is no token " + id + "; weighhouse:token-list shows them"));
    }
}
