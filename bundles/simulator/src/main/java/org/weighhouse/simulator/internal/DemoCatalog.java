package org.weighhouse.simulator.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.ChannelDescriptor;

/** Puts the demo's workspace, plan, channels, accounts and key into the catalog. Doing it again changes nothing. */
final class DemoCatalog {

    static final String TELEGRAM = "telegram";
    static final String OPENAI = "openai";
    static final String KEY_LABEL = "demo";

    private static final List<ChannelDescriptor> WITHOUT_ADAPTER = List.of(
            channel(
                    "whatsapp",
                    "WhatsApp",
                    "#25D366",
                    "chat",
                    "https://graph.facebook.com",
                    "text",
                    "template",
                    "image",
                    "interactive"),
            channel(
                    "messenger",
                    "Messenger",
                    "#0A7CFF",
                    "messenger",
                    "https://graph.facebook.com",
                    "text",
                    "template",
                    "image"),
            channel("webchat", "Web chat", "#7A5AF8", "globe", "http://127.0.0.1", "text", "image"));

    private final Workspaces workspaces;
    private final ApiKeys keys;
    private final ChannelAccounts accounts;
    private final Channels channels;

    DemoCatalog(Workspaces workspaces, ApiKeys keys, ChannelAccounts accounts, Channels channels) {
        this.workspaces = workspaces;
        this.keys = keys;
        this.accounts = accounts;
        this.channels = channels;
    }

    /** What somebody changed in the demo's plan or workspace stays as it is. */
    void prepareWorkspace() {
        if (workspaces.plan(DemoPlan.PLAN.name()).isEmpty()) {
            workspaces.savePlan(DemoPlan.PLAN);
        }
        if (workspaces.find(DemoPlan.WORKSPACE_ID).isEmpty()) {
            workspaces.save(DemoPlan.WORKSPACE);
        }
        WITHOUT_ADAPTER.stream()
                .filter(each -> channels.find(each.id()).isEmpty())
                .forEach(channels::remember);
    }

    boolean adaptersAreOnline() {
        return isOnline(TELEGRAM) && isOnline(OPENAI);
    }

    void connect(Upstreams upstreams) {
        connect(TELEGRAM, upstreams.telegram());
        connect(OPENAI, upstreams.openAi());
    }

    /**
     * The key the bots use: the earlier one if its text is known and it is still good, else a new one; other keys of
     * the demo are revoked.
     */
    String key(Optional<String> earlier) {
        Optional<ApiKeys.KeyInfo> kept = earlier.flatMap(keys::resolve)
                .filter(info -> info.workspace().equals(DemoPlan.WORKSPACE_ID))
                .filter(info -> info.label().equals(KEY_LABEL));
        keys.list(DemoPlan.WORKSPACE_ID).stream()
                .filter(info -> info.label().equals(KEY_LABEL))
                .filter(info -> kept.filter(info::equals).isEmpty())
                .forEach(info -> keys.revoke(info.id()));
        return kept.isPresent()
                ? earlier.orElseThrow()
                : keys.create(DemoPlan.WORKSPACE_ID, KEY_LABEL, Attribution.NONE)
                        .text();
    }

    private boolean isOnline(String channel) {
        return channels.find(channel).filter(Channels.Channel::online).isPresent();
    }

    private void connect(String channel, Upstreams.Upstream upstream) {
        accounts.connect(DemoPlan.WORKSPACE_ID, channel, upstream.baseUrl(), upstream.credential());
    }

    private static ChannelDescriptor channel(
            String id, String name, String color, String icon, String baseUrl, String... kinds) {
        Map<String, Amount> rates =
                List.of(kinds).stream().collect(Collectors.toMap(kind -> kind, kind -> Amount.of(1)));
        return new ChannelDescriptor(id, name, color, icon, Unit.MESSAGE_CREDIT, baseUrl, rates);
    }
}
