package org.weighhouse.channel.telegram.internal;

import java.net.URI;
import java.util.Map;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;

/** Connects bots. */
final class Connections {

    private Connections() {}

    static ChannelAccount connect(ChannelAccounts accounts, String name, URI url, String token) {
        return accounts.connect(
                Door.WORKSPACE,
                "telegram",
                new AccountDetails(name, url, Map.of(), Map.of(AccountField.CREDENTIAL, new Secret(token))));
    }
}
