package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.UsageQueries;

class UsageCommandsTest {

    private static final Attribution SPRING = Attribution.NONE.with(Dimension.CAMPAIGN, "spring-sale");
    private static final Attribution AUTUMN = Attribution.NONE.with(Dimension.CAMPAIGN, "autumn-sale");

    @TempDir
    Path folder;

    private FakeKaraf karaf;
    private final FakeUsage usage = new FakeUsage();

    @BeforeEach
    void start() {
        karaf = new FakeKaraf(folder);
        FakeWorkspaces workspaces = new FakeWorkspaces();
        workspaces.save(new Workspace(new WorkspaceId("acme"), "Acme", ZoneId.of("Europe/Berlin"), "free"));
        karaf.provide(Workspaces.class, workspaces);
        karaf.provide(UsageQueries.class, usage);
        usage.add("before", "2026-09-30T21:59:59Z", "1000", SPRING, "");
        usage.add("m1", "2026-09-30T22:00:00Z", "1200", SPRING, "");
        usage.add("m2", "2026-10-05T10:00:00Z", "0.5", AUTUMN, "");
        usage.add("m3", "2026-10-05T10:00:01Z", "7", Attribution.NONE, "");
        usage.add("fix", "2026-09-30T22:00:00Z", "-200", SPRING, "m1");
        usage.add("after", "2026-10-31T23:00:00Z", "1000", SPRING, "");
    }

    @Test
    void theEntriesOfTheWorkspacesDaysAreListedAndAddedUp() throws Exception {
        assertThat(karaf.run(entries()).lines())
                .containsExactly(
                        "Acme (acme), message_credits, days of Europe/Berlin",
                        "2026-10-01 00:00:00           1,200         1  m1 from bot  campaign=spring-sale  reference wamid.1",
                        "2026-10-05 12:00:00             0.5         1  m2 from bot  campaign=autumn-sale",
                        "2026-10-05 12:00:01               7         1  m3 from bot",
                        "2026-10-01 00:00:00            -200         0  fix from bot  campaign=spring-sale  corrects m1",
                        "Sum of all: 1,007.5, quantity 3, 3 events");
    }

    @Test
    void theLimitIsOfTheListNotOfTheSum() throws Exception {
        UsageEntriesCommand command = entries();
        command.limit = 1;

        assertThat(karaf.run(command))
                .contains("m1")
                .doesNotContain("m2")
                .endsWith("Sum of all: 1,007.5, quantity 3, 3 events; the first 1 entries are listed\n");
        assertThat(usage.pages).isEqualTo(1);
    }

    @Test
    void filtersOfOneDimensionMeanAnyOfThem() throws Exception {
        UsageEntriesCommand command = entries();
        command.filters = List.of("campaign=autumn-sale", "campaign=");

        assertThat(karaf.run(command))
                .contains("m2", "m3", "Sum of all: 7.5, quantity 2, 2 events")
                .doesNotContain("m1");
    }

    @Test
    void aFilterThatMakesNoSenseIsRefused() {
        for (String filter : List.of("campaign", "colour=red")) {
            UsageEntriesCommand command = entries();
            command.filters = List.of(filter);

            assertThatThrownBy(() -> karaf.run(command))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining(filter);
        }
    }

    @Test
    void theTopShowsTheLargestAndTheRestAsOne() throws Exception {
        UsageCommand command = breakdown(1);

        assertThat(karaf.run(command))
                .contains("spring-sale", "1,200", "(3 more)", "-192.5")
                .doesNotContain("autumn-sale");
    }

    @Test
    void aBreakdownWithoutTopShowsAll() throws Exception {
        assertThat(karaf.run(breakdown(0))).contains("spring-sale", "autumn-sale", "(not said)");
    }

    @Test
    void topNeedsADimensionAndASensibleCount() {
        UsageCommand alone = breakdown(10);
        alone.by = null;

        assertThatThrownBy(() -> karaf.run(alone)).hasMessageContaining("--by");
        assertThatThrownBy(() -> karaf.run(breakdown(-1))).isInstanceOf(CommandException.class);
    }

    private static UsageEntriesCommand entries() {
        UsageEntriesCommand command = new UsageEntriesCommand();
        command.unit = "message_credits";
        command.to = "2026-10-31";
        return command;
    }

    private static UsageCommand breakdown(int top) {
        UsageCommand command = new UsageCommand();
        command.month = "2026-10";
        command.by = "campaign";
        command.top = top;
        return command;
    }

    @Test
    void aBreakdownShowsQuantityBesideCredits() throws Exception {
        assertThat(karaf.run(breakdown(0)))
                .containsPattern("autumn-sale\\W+0\\.5\\W+1\\W+1")
                .contains("Quantity", "Events");
    }

    @Test
    void aPlatformsIdShowsItsEntriesAndWhatWasSaidOfThem() throws Exception {
        usage.amendments.add(new Amendment(
                "s1",
                "",
                Instant.parse("2026-10-02T10:00:00Z"),
                List.of(new Amendment.Change.Market("DE"), new Amendment.Change.Cost(Amount.of(113_100)))));

        assertThat(karaf.run(find("wamid.1")).lines())
                .containsExactly(
                        "Acme (acme), whatsapp wamid.1, times of Europe/Berlin",
                        "message_credits  2026-10-01 00:00:00           1,200         1  m1 from bot"
                                + "  campaign=spring-sale  reference wamid.1",
                        "said of 2026-10-02 12:00:00  cost=113,100  market=DE");
    }

    @Test
    void aNameThatNothingWasCountedUnderIsSaidToBe() {
        assertThatThrownBy(() -> karaf.run(find("wamid.2")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("wamid.2");
    }

    private static UsageFindCommand find(String reference) {
        UsageFindCommand command = new UsageFindCommand();
        command.channel = "whatsapp";
        command.reference = reference;
        return command;
    }
}
