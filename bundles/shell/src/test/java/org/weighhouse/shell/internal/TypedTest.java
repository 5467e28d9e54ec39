package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.kit.FakeUsers;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.meter.TopUps;

/** What is typed wrong is answered by one line that helps, before anything is printed or asked for. */
class TypedTest {

    @TempDir
    Path folder;

    private FakeKaraf karaf;

    @BeforeEach
    void start() {
        karaf = new FakeKaraf(folder);
        FakeWorkspaces workspaces = new FakeWorkspaces();
        workspaces.save(new Workspace(new WorkspaceId("acme"), "Acme", ZoneId.of("UTC"), "free"));
        FakeChannels channels = new FakeChannels();
        channels.remember(new ChannelDescriptor(
                "telegram",
                "Telegram",
                "#2AABEE",
                "paperplane",
                Unit.MESSAGE_CREDIT,
                "https://api.example",
                Map.of("text", Amount.of(1)),
                List.of()));
        karaf.provide(Workspaces.class, workspaces);
        karaf.provide(Channels.class, channels);
        karaf.provide(ChannelAccounts.class, new FakeAccounts());
        karaf.provide(Users.class, new FakeUsers());
        karaf.provide(UsageQueries.class, new FakeUsage());
        karaf.provide(TopUps.class, grant -> {
            throw new UnsupportedOperationException("nothing is given");
        });
    }

    @Test
    void aMonthADimensionAndADayAreNamed() {
        UsageCommand usage = new UsageCommand();
        usage.month = "2026-13";
        refused(usage, "--month takes a month, such as 2026-10, not 2026-13");
        UsageCommand by = new UsageCommand();
        by.by = "day";
        refused(by, "--by takes one of channel, ");
        UsageEntriesCommand entries = new UsageEntriesCommand();
        entries.unit = "message_credits";
        entries.from = "yesterday";
        refused(entries, "--from takes a day, such as 2026-10-01, not yesterday");
        TopUpCommand topUp = new TopUpCommand();
        topUp.unit = "ai_tokens";
        topUp.amount = "5";
        topUp.expires = "31.12.2026";
        refused(topUp, "--expires takes a day, such as 2026-10-01, not 31.12.2026");
    }

    @Test
    void whatCannotBeGivenIsNotGiven() {
        TopUpCommand topUp = new TopUpCommand();
        topUp.unit = "engagements";
        topUp.amount = "5";
        refused(topUp, "a unit that can be limited is message_credits, ai_tokens, subscribers, cost");
    }

    @Test
    void anAddressIsLookedAtBeforeACredentialIsAskedFor() {
        for (String wrong : new String[] {"not a url", "api.example.org", "mailto:a@b", "https:///x"}) {
            ChannelConnectCommand connect = new ChannelConnectCommand();
            connect.channel = "telegram";
            connect.url = wrong;
            refused(connect, "--url takes an address, such as https://api.example.org, not " + wrong);
        }
        ChannelConnectCommand unknown = new ChannelConnectCommand();
        unknown.channel = "slak";
        refused(unknown, "there is no channel slak; known are telegram");
        assertThat(karaf.prompts).isEmpty();
    }

    @Test
    void aZoneIsNamed() {
        WorkspaceCreateCommand create = new WorkspaceCreateCommand();
        create.id = "other";
        create.zone = "Berlin";
        refused(create, "--zone takes a zone of the tz database, such as Europe/Berlin, not Berlin");
    }

    @Test
    void whoeverStopsTypingChangesNothing() {
        karaf.interrupts();
        UserCreateCommand create = new UserCreateCommand();
        create.name = "anna";

        refused(create, "nothing changed");
    }

    private void refused(WeighhouseCommand command, String why) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThatThrownBy(() -> karaf.run(command, printed))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(why)
                .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
        assertThat(printed.size()).isZero();
    }
}
