package org.weighhouse.dashboard.internal.data;

import java.util.List;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.channel.Channels.Channel;

/**
 * A channel as a workspace sees it.
 *
 * @param accounts the workspace's own, oldest first
 */
public record ChannelView(
        String id, String name, String color, String icon, Unit unit, boolean online, List<Account> accounts) {

    /**
     * A connection to the channel.
     *
     * @param host where the platform is reached
     * @param standard whether it is meant by requests that name none
     * @param webhook path at the gateway that the platform calls back at; empty if nobody would take it
     */
    public record Account(String id, String name, String host, boolean standard, String webhook) {}

    public ChannelView {
        accounts = List.copyOf(accounts);
    }

    public boolean connected() {
        return !accounts.isEmpty();
    }

    public static List<ChannelView> of(Channels channels, ChannelAccounts accounts, Workspace workspace) {
        List<ChannelAccount> connected = accounts.list(workspace.id());
        return channels.all().stream().map(channel -> of(channel, connected)).toList();
    }

    private static ChannelView of(Channel channel, List<ChannelAccount> connected) {
        var descriptor = channel.descriptor();
        return new ChannelView(
                descriptor.id(),
                descriptor.name(),
                descriptor.color(),
                descriptor.icon(),
                descriptor.unit(),
                channel.online(),
                connected.stream()
                        .filter(each -> each.channel().equals(descriptor.id()))
                        .map(each -> account(each, channel.receives()))
                        .toList());
    }

    private static Account account(ChannelAccount account, boolean receives) {
        String webhook = receives ? account.webhookPath() : "";
        return new Account(account.id(), account.name(), account.baseUrl().getAuthority(), account.standard(), webhook);
    }
}
