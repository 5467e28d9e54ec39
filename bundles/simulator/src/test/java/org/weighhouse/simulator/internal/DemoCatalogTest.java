package org.weighhouse.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelDescriptor;

class DemoCatalogTest {

    private final FakeCatalog catalog = new FakeCatalog();
    private final DemoCatalog demo = catalog.demo();

    @Test
    void creates_the_workspace_on_the_growth_plan() {
        demo.prepareWorkspace();

        Plan plan = catalog.plans.get("growth");
        assertThat(catalog.workspaces.get(DemoPlan.WORKSPACE_ID).plan()).isEqualTo("growth");
        assertThat(plan.allowances().get(Unit.MESSAGE_CREDIT).amount()).isEqualTo(Amount.of(20_000));
        assertThat(plan.allowances().get(Unit.AI_TOKEN).amount()).isEqualTo(Amount.of(1_000_000));
        assertThat(plan.allowances().get(Unit.SUBSCRIBER).amount()).isEqualTo(Amount.of(5_000));
    }

    @Test
    void leaves_a_workspace_alone_that_somebody_changed() {
        catalog.plans.put("tiny", new Plan("tiny", Map.of()));
        Workspace changed = new Workspace(DemoPlan.WORKSPACE_ID, "Mine", ZoneOffset.UTC, "tiny");
        catalog.workspaces.put(changed.id(), changed);

        demo.prepareWorkspace();

        assertThat(catalog.workspaces).containsOnly(Map.entry(changed.id(), changed));
    }

    @Test
    void makes_the_channels_of_the_history_known_that_have_no_adapter() {
        demo.prepareWorkspace();

        assertThat(catalog.channels.keySet()).containsExactlyInAnyOrder("whatsapp", "messenger", "webchat");
    }

    @Test
    void leaves_the_description_of_a_channel_to_its_adapter() {
        ChannelDescriptor own =
                new ChannelDescriptor("webchat", "Own", "#000000", "x", Unit.MESSAGE_CREDIT, "http://a", Map.of());
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
                new ApiKeys.KeyInfo("other", DemoPlan.WORKSPACE_ID, "mine", "ther", Attribution.NONE, Instant.EPOCH));

        String second = key(Optional.of(first));

        assertThat(catalog.keys).containsOnlyKeys("wh_other", second);
    }

    private String key(Optional<String> earlier) {
        return demo.key(earlier);
    }
}
