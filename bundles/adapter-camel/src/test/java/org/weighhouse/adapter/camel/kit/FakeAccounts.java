package org.weighhouse.adapter.camel.kit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Secret;

/** Channel accounts in memory. */
public final class FakeAccounts implements ChannelAccounts {

    private final Map<String, ChannelAccount> accounts = new ConcurrentHashMap<>();

    @Override
    public ChannelAccount connect(WorkspaceId workspace, String channel, URI baseUrl, Secret credential) {
        ChannelAccount account = new ChannelAccount("account", workspace, channel, baseUrl, credential);
        accounts.put(key(workspace, channel), account);
        return account;
    }

    @Override
    public boolean disconnect(WorkspaceId workspace, String channel) {
        return accounts.remove(key(workspace, channel)) != null;
    }

    @Override
    public List<ChannelAccount> list(WorkspaceId workspace) {
        return accounts.values().stream()
                .filter(account -> account.workspace().equals(workspace))
                .toList();
    }

    @Override
    public Optional<ChannelAccount> find(WorkspaceId workspace, String channel) {
        return Optional.ofNullable(accounts.get(key(workspace, channel)));
    }

    private static String key(WorkspaceId workspace, String channel) {
        return workspace + "/" + channel;
    }
}
