package org.weighhouse.simulator.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.simulator.internal.history.HistoryAccounts;
import org.weighhouse.simulator.internal.plan.DemoPlan;
import org.weighhouse.simulator.internal.plan.DemoPrices;

/** Puts the demo's workspace, plan, channels, accounts and key into the catalog. Doing it again changes nothing. */
final class DemoCatalog {

    static final String TELEGRAM = "telegram";
    static final String OPENAI = "openai";
    static final String KEY_LABEL = "demo";

    static final String COUNTER_BOT = "Counter bot";
    private static final Set<String> BOTS = Set.of(COUNTER_BOT, DemoPlan.DELIVERY_BOT);
    private static final String AI_PROJECT = "Café assistant";

    private static final List<ChannelDescriptor> WITHOUT_ADAPTER = List.of(
            channel(
                    DemoPrices.WHATSAPP,
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

    /** What somebody changed in the demo's plan, workspace or prices stays as it is. */
    void prepareWorkspace() {
        if (workspaces.plan(DemoPlan.PLAN.name()).isEmpty()) {
            workspaces.savePlan(DemoPlan.PLAN);
        }
        if (workspaces.find(DemoPlan.WORKSPACE_ID).isEmpty()) {
            workspaces.save(DemoPlan.WORKSPACE);
        }
        if (workspaces.rateCard(DemoPlan.WORKSPACE_ID, UsageEvent.EARLIEST).equals(RateCard.DEFAULT)) {
            workspaces.saveRateCard(DemoPlan.WORKSPACE_ID, DemoPrices.RATES);
        }
        if (workspaces.priceBook(DemoPlan.WORKSPACE_ID, UsageEvent.EARLIEST).equals(PriceBook.NONE)) {
            workspaces.savePriceBook(DemoPlan.WORKSPACE_ID, DemoPrices.BOOK);
        }
        WITHOUT_ADAPTER.stream()
                .filter(each -> channels.find(each.id()).isEmpty())
                .forEach(channels::remember);
    }

    boolean adaptersAreOnline() {
        return isOnline(TELEGRAM) && isOnline(OPENAI);
    }

    /**
     * Points the demo's accounts at the stand-ins, whose addresses and credentials are new at every start; the first of
     * each channel is the standard one.
     */
    void connect(Upstreams upstreams) {
        String counter = connect(TELEGRAM, COUNTER_BOT, upstreams.telegram());
        accounts.makeStandard(counter);
        connect(TELEGRAM, DemoPlan.DELIVERY_BOT, upstreams.delivery());
        accounts.makeStandard(connect(OPENAI, AI_PROJECT, upstreams.openAi()));
    }

    /** The accounts that the history is told to have gone over. */
    HistoryAccounts historyAccounts() {
        List<String> bots = accounts.list(DemoPlan.WORKSPACE_ID, TELEGRAM).stream()
                .filter(account -> BOTS.contains(account.name()))
                .map(ChannelAccount::id)
                .toList();
        return new HistoryAccounts(Map.of(TELEGRAM, bots));
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
                : keys.create(DemoPlan.WORKSPACE_ID, KeyTerms.of(KEY_LABEL)).text();
    }

    private boolean isOnline(String channel) {
        return channels.find(channel).filter(Channels.Channel::online).isPresent();
    }

    /** @return the account's id, the same one at every start */
    private String connect(String channel, String name, Upstreams.Upstream upstream) {
        AccountDetails details = new AccountDetails(
                name, upstream.baseUrl(), Map.of(), Map.of(AccountField.CREDENTIAL, upstream.credential()));
        return accounts.list(DemoPlan.WORKSPACE_ID, channel).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .map(known -> accounts.change(known.id(), details))
                .orElseGet(() -> accounts.connect(DemoPlan.WORKSPACE_ID, channel, details))
                .id();
    }

    private static ChannelDescriptor channel(
            String id, String name, String color, String icon, String baseUrl, String... kinds) {
        Map<String, Amount> rates =
                List.of(kinds).stream().collect(Collectors.toMap(kind -> kind, kind -> Amount.of(1)));
        return new ChannelDescriptor(id, name, color, icon, Unit.MESSAGE_CREDIT, baseUrl, rates, List.of());
    }
}
