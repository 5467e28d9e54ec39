package org.weighhouse.dashboard.internal.data;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Channels.Channel;
import org.weighhouse.api.catalog.Workspace;

/**
 * A channel as a workspace sees it.
 *
 * @param account host of the connected platform; empty when the workspace has no account there
 */
public record ChannelView(
        String id, String name, String color, String icon, Unit unit, boolean online, String account) {

    public boolean connected() {
        return !account.isEmpty();
    }

    public static List<ChannelView> of(Channels channels, ChannelAccounts accounts, Workspace workspace) {
        List<ChannelAccount> connected = accounts.list(workspace.id());
        return channels.all().stream().map(channel -> of(channel, connected)).toList();
    }

    private static ChannelView of(Channel channel, List<ChannelAccount> connected) {
        var descriptor = channel.descriptor();
        Optional<ChannelAccount> account = connected.stream()
                .filter(each -> each.channel().equals(descriptor.id()))
                .findFirst();
        return new ChannelView(
                descriptor.id(),
                descriptor.name(),
                descriptor.color(),
                descriptor.icon(),
                descriptor.unit(),
                channel.online(),
                account.map(ChannelAccount::baseUrl).map(URI::getAuthority).orElse(""));
    }
}
