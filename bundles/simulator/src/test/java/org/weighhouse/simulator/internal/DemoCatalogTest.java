package org.weighhouse.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.simulator.internal.plan.DemoPlan;
import org.weighhouse.simulator.internal.plan.DemoPrices;

class DemoCatalogTest {

    private final FakeCatalog catalog = new FakeCatalog();
    private final DemoCatalog demo = catalog.demo();

    @Test
    void creates_the_workspace_on_the_growth_plan() {
        demo.prepareWorkspace();

        Plan plan = catalog.workspaces.plan("growth").orElseThrow();
        assertThat(catalog.workspaces.all().getFirst().plan()).isEqualTo("growth");
        assertThat(plan.allowances().get(Unit.MESSAGE_CREDIT).amount()).isEqualTo(Amount.of(20_000));
        assertThat(plan.allowances().get(Unit.AI_TOKEN).amount()).isEqualTo(Amount.of(1_000_000));
        assertThat(plan.allowances().get(Unit.SUBSCRIBER).amount()).isEqualTo(Amount.of(5_000));
    }

    @Test
    void leaves_a_workspace_alone_that_somebody_changed() {
        catalog.workspaces.savePlan(new Plan("tiny", Map.of()));
        Workspace changed = new Workspace(DemoPlan.WORKSPACE_ID, "Mine", ZoneOffset.UTC, "tiny");
        catalog.workspaces.save(changed);

        demo.prepareWorkspace();

        assertThat(catalog.workspaces.all()).containsOnly(changed);
    }

    @Test
    void says_what_providers_charge_unless_somebody_said_it_already() {
        demo.prepareWorkspace();
        assertThat(prices()).isEqualTo(DemoPrices.BOOK);

        PriceBook own = new PriceBook(Instant.EPOCH, List.of(), DemoPrices.BOOK.models());
        catalog.workspaces.savePriceBook(DemoPlan.WORKSPACE_ID, own);
        demo.prepareWorkspace();
        assertThat(prices()).isEqualTo(own);
    }

    @Test
    void says_what_messages_cost_unless_somebody_said_it_already() {
        demo.prepareWorkspace();
        assertThat(catalog.workspaces.rateCard(DemoPlan.WORKSPACE_ID, Instant.EPOCH))
                .isEqualTo(DemoPrices.RATES);

        RateCard own = new RateCard(Instant.EPOCH, List.of(), DemoPrices.RATES.tokens());
        catalog.workspaces.saveRateCard(DemoPlan.WORKSPACE_ID, own);
        demo.prepareWorkspace();
        assertThat(catalog.workspaces.rateCard(DemoPlan.WORKSPACE_ID, Instant.EPOCH))
                .isEqualTo(own);
    }

    @Test
    void connects_two_bots_of_one_channel_and_points_them_elsewhere_at_the_next_start() {
        List<ChannelAccount> before = connect();
        List<ChannelAccount> after = connect();

        assertThat(before).extracting(ChannelAccount::name).containsExactly("Counter bot", "Delivery bot");
        assertThat(before).extracting(ChannelAccount::standard).containsExactly(true, false);
        assertThat(before.getFirst().secrets()).isNotEqualTo(before.getLast().secrets());
        assertThat(after)
                .extracting(ChannelAccount::id)
                .containsExactly(before.getFirst().id(), before.getLast().id());
        assertThat(after.getFirst().secrets()).isNotEqualTo(before.getFirst().secrets());
        assertThat(demo.historyAccounts().ids().get("telegram")).hasSize(2);
    }

    @Test
    void means_its_own_bot_where_none_is_named_and_leaves_others_out_of_the_history() {
        catalog.accounts.connect(
                DemoPlan.WORKSPACE_ID,
                "telegram",
                new AccountDetails("Mine", URI.create("https://example.org"), Map.of(), Map.of()));

        connect();

        assertThat(catalog.accounts.standard(DemoPlan.WORKSPACE_ID, "telegram"))
                .map(ChannelAccount::name)
                .contains("Counter bot");
        assertThat(demo.historyAccounts().ids().get("telegram")).hasSize(2);
    }

    @Test
    void makes_the_channels_of_the_history_known_that_have_no_adapter() {
        demo.prepareWorkspace();

        assertThat(catalog.channels.keySet()).containsExactlyInAnyOrder("whatsapp", "messenger", "webchat");
    }

    @Test
    void leaves_the_description_of_a_channel_to_its_adapter() {
        ChannelDescriptor own = new ChannelDescriptor(
                "webchat", "Own", "#000000", "x", Unit.MESSAGE_CREDIT, "http://a", Map.of(), List.of());
        catalog.online(own);

        demo.prepareWorkspace();

        assertThat(catalog.channels.get("webchat").descriptor()).isEqualTo(own);
    }

    @Test
    void makes_a_new_key_when_the_earlier_one_is_lost_and_revokes_that() {
        String first = key(Optional.empty());

        String second = key(Optional.empty());

        assertThat(second).isNotEqualTo(first).startsWith(ApiKeys.PREFIX);
        assertThat(catalog.keys).containsOnlyKeys(second);
    }

    @Test
    void keeps_the_earlier_key_while_it_is_good() {
        String first = key(Optional.empty());

        assertThat(key(Optional.of(first))).isEqualTo(first);
        assertThat(catalog.keys).containsOnlyKeys(first);
    }

    @Test
    void does_not_trust_a_key_that_was_revoked() {
        String first = key(Optional.empty());
        catalog.keys.clear();
        catalog.keys.put(
                "wh_other",
                new ApiKeys.KeyInfo(
                        "other", DemoPlan.WORKSPACE_ID, "ther", KeyTerms.of("mine"), Instant.EPOCH, Optional.empty()));

        String second = key(Optional.of(first));

        assertThat(catalog.keys).containsOnlyKeys("wh_other", second);
    }

    private List<ChannelAccount> connect() {
        try (Upstreams upstreams = Upstreams.start(Clock.systemUTC())) {
            demo.connect(upstreams);
        }
        return catalog.accounts("telegram");
    }

    private PriceBook prices() {
        return catalog.workspaces.priceBook(DemoPlan.WORKSPACE_ID, Instant.EPOCH);
    }

    private String key(Optional<String> earlier) {
        return demo.key(earlier);
    }
}
