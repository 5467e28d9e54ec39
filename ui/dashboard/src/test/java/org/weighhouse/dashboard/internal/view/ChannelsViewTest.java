package org.weighhouse.dashboard.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.dashboard.internal.data.ChannelView;
import org.weighhouse.dashboard.internal.data.Formats;

class ChannelsViewTest {

    private static final Workspace WORKSPACE = new Workspace(new WorkspaceId("demo"), "Demo", ZoneOffset.UTC, "Growth");

    private final FakeChannels channels = new FakeChannels();
    private final FakeAccounts accounts = new FakeAccounts();
    private final ChannelsView view = new ChannelsView();

    @Test
    void lists_the_accounts_of_a_channel_with_the_path_that_its_platform_calls() {
        channel("telegram", "Telegram", Unit.MESSAGE_CREDIT);
        channels.receive("telegram");
        connect("telegram", "Counter bot", "https://api.telegram.org");
        connect("telegram", "Delivery bot", "https://example.org:8443/bots");
        accounts.connect(new WorkspaceId("other"), "telegram", details("Theirs", "https://x"));

        assertThat(text())
                .contains("Counter bot api.telegram.org Standard Webhook /webhooks/telegram/acc1 Copy")
                .contains("Delivery bot example.org:8443 Webhook /webhooks/telegram/acc2 Copy")
                .doesNotContain("Theirs", "No account connected");
    }

    @Test
    void shows_no_path_where_nobody_would_take_a_call() {
        channel("openai", "OpenAI", Unit.AI_TOKEN);
        connect("openai", "Assistant", "https://api.openai.com");

        assertThat(text()).contains("Assistant api.openai.com Standard").doesNotContain("/webhooks/");
    }

    @Test
    void says_where_a_channel_has_no_account() {
        channel("telegram", "Telegram", Unit.MESSAGE_CREDIT);

        assertThat(text()).contains("Telegram Counted in messages No account connected");
    }

    @Test
    void another_standard_account_is_shown_in_place() {
        channel("telegram", "Telegram", Unit.MESSAGE_CREDIT);
        connect("telegram", "Counter bot", "https://a");
        connect("telegram", "Delivery bot", "https://b");
        text();
        accounts.makeStandard("acc2");

        assertThat(text()).contains("Delivery bot b Standard").doesNotContain("Counter bot a Standard");
    }

    private void channel(String id, String name, Unit unit) {
        channels.remember(new ChannelDescriptor(id, name, "#2AABEE", "paperplane", unit, "", Map.of(), List.of()));
    }

    private void connect(String channel, String name, String url) {
        accounts.connect(WORKSPACE.id(), channel, details(name, url));
    }

    private static AccountDetails details(String name, String url) {
        return new AccountDetails(name, URI.create(url), Map.of(), Map.of());
    }

    private String text() {
        Formats formats = new Formats(Locale.ENGLISH, ZoneOffset.UTC, WORKSPACE.currency());
        view.show(ChannelView.of(channels, accounts, WORKSPACE), WORKSPACE, formats);
        return Texts.of(view.content().getComponentAt(0));
    }
}
