package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.kit.FakeWorkspaces;

class ChannelCommandsTest {

    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final ChannelDescriptor WHATSAPP = new ChannelDescriptor(
            "whatsapp",
            "WhatsApp",
            "#25D366",
            "phone",
            Unit.MESSAGE_CREDIT,
            "https://graph.example",
            Map.of(),
            List.of(
                    AccountField.credential("Access token", "From the app's dashboard."),
                    new AccountField("phoneNumberId", "Phone number id", false, true, ""),
                    new AccountField("appSecret", "App secret", true, false, "Signs webhooks.")));

    @TempDir
    Path folder;

    private FakeKaraf karaf;
    private final FakeAccounts accounts = new FakeAccounts();

    @BeforeEach
    void start() {
        karaf = new FakeKaraf(folder);
        FakeWorkspaces workspaces = new FakeWorkspaces();
        workspaces.save(new Workspace(ACME, "Acme", ZoneId.of("UTC"), "free"));
        FakeChannels channels = new FakeChannels();
        channels.remember(WHATSAPP);
        channels.receive("whatsapp");
        karaf.provide(Workspaces.class, workspaces);
        karaf.provide(Channels.class, channels);
        karaf.provide(ChannelAccounts.class, accounts);
    }

    @Test
    void whatIsNotGivenIsAskedForSecretsWithoutEchoAndNotPrinted() throws Exception {
        karaf.types(" EAAG:token ", "1055", "hook-secret");
        String printed = karaf.run(connect());

        assertThat(accounts.list(ACME)).singleElement().satisfies(account -> {
            assertThat(account.name()).isEqualTo("WhatsApp");
            assertThat(account.baseUrl()).isEqualTo(URI.create("https://graph.example"));
            assertThat(account.settings()).isEqualTo(Map.of("phoneNumberId", "1055"));
            assertThat(account.secrets())
                    .isEqualTo(Map.of("credential", new Secret("EAAG:token"), "appSecret", new Secret("hook-secret")));
        });
        assertThat(karaf.prompts)
                .containsExactly("Access token: *", "Phone number id: null", "App secret (not needed): *");
        assertThat(printed)
                .contains("From the app's dashboard.", "account acc1 (WhatsApp), the standard one")
                .contains("/webhooks/whatsapp/acc1")
                .doesNotContain("EAAG", "hook-secret");
    }

    @Test
    void whatIsGivenIsNotAskedFor() throws Exception {
        Path file = Files.writeString(folder.resolve("credential"), "EAAG:token\n");
        Path other = Files.writeString(folder.resolve("app"), "hook\n");
        ChannelConnectCommand command = connect();
        command.name = "Shop";
        command.url = "http://127.0.0.1:9";
        command.set = List.of("phoneNumberId=1055=6");
        command.files = List.of(file.toString(), "appSecret=" + other);
        karaf.run(command);

        assertThat(karaf.prompts).isEmpty();
        assertThat(accounts.list(ACME)).singleElement().satisfies(account -> {
            assertThat(account.name()).isEqualTo("Shop");
            assertThat(account.settings()).isEqualTo(Map.of("phoneNumberId", "1055=6"));
            assertThat(account.secrets())
                    .isEqualTo(Map.of("credential", new Secret("EAAG:token"), "appSecret", new Secret("hook")));
        });
    }

    @Test
    void aSecretOnTheCommandLineIsRefusedWithoutRepeatingIt() {
        ChannelConnectCommand command = connect();
        command.set = List.of("credential=EAAG:token");

        assertThatThrownBy(() -> karaf.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("credential is a secret")
                .hasMessageNotContaining("EAAG");
        assertThat(accounts.list(ACME)).isEmpty();
    }

    @Test
    void anUnknownFieldOrChannelIsRefusedWithTheKnownOnes() {
        ChannelConnectCommand field = connect();
        field.set = List.of("pageId=1");
        ChannelConnectCommand channel = connect();
        channel.channel = "telegraph";

        assertThatThrownBy(() -> karaf.run(field))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("credential, phoneNumberId, appSecret");
        assertThatThrownBy(() -> karaf.run(channel))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("known are whatsapp");
    }

    @Test
    void withoutATerminalOnlyWhatIsNeededIsMissed() throws Exception {
        Path file = Files.writeString(folder.resolve("credential"), "EAAG:token\n");
        ChannelConnectCommand command = connect();
        command.files = List.of(file.toString());

        assertThatThrownBy(() -> karaf.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--set phoneNumberId");
        assertThatThrownBy(() -> karaf.run(connect()))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--credential-file credential");
        command.set = List.of("phoneNumberId=1055");
        karaf.run(command);
        assertThat(accounts.list(ACME)).hasSize(1);
    }

    @Test
    void anEmptyAnswerToWhatIsNeededChangesNothing() {
        karaf.types(" ", "1055", "");

        assertThatThrownBy(() -> karaf.run(connect()))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("credential");
        assertThat(accounts.list(ACME)).isEmpty();
    }

    @Test
    void aSecondAccountGetsANameOfItsOwn() throws Exception {
        connected();
        connected();

        assertThat(accounts.list(ACME)).extracting(ChannelAccount::name).containsExactly("WhatsApp", "WhatsApp 2");
    }

    @Test
    void accountsAreListedWithoutSecrets() throws Exception {
        connected();
        connected();

        assertThat(karaf.run(new ChannelListCommand()))
                .contains("acc1", "acc2", "WhatsApp 2", "https://graph.example", "acme")
                .containsOnlyOnce("yes")
                .doesNotContain("EAAG");
    }

    @Test
    void anAccountIsMadeStandardAndItsSuccessorIsNamedWhenItGoes() throws Exception {
        connected();
        connected();
        ChannelStandardCommand standard = new ChannelStandardCommand();
        standard.account = "acc2";
        ChannelDisconnectCommand disconnect = new ChannelDisconnectCommand();
        disconnect.account = "acc2";

        assertThat(karaf.run(standard)).contains("acc2 (WhatsApp 2)");
        assertThat(accounts.standard(ACME, "whatsapp").orElseThrow().id()).isEqualTo("acc2");
        assertThat(karaf.run(disconnect)).contains("The standard account is acc1");
        assertThatThrownBy(() -> karaf.run(disconnect))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("acc2");
    }

    @Test
    void aChangeKeepsWhatIsNotSaidAndAsksForWhatItIsToldTo() throws Exception {
        connected();
        karaf.types("new-token");
        ChannelChangeCommand command = new ChannelChangeCommand();
        command.account = "acc1";
        command.name = "Shop";
        command.ask = List.of("credential");

        assertThat(karaf.run(command)).contains("acc1 (Shop)").doesNotContain("new-token");
        ChannelAccount after = accounts.find("acc1").orElseThrow();
        assertThat(after.name()).isEqualTo("Shop");
        assertThat(after.baseUrl()).isEqualTo(URI.create("https://graph.example"));
        assertThat(after.settings()).isEqualTo(Map.of("phoneNumberId", "1055"));
        assertThat(after.secrets()).isEqualTo(Map.of("credential", new Secret("new-token")));
    }

    private void connected() throws Exception {
        karaf.types("EAAG:token", "1055", "");
        karaf.run(connect());
        karaf.prompts.clear();
    }

    private static ChannelConnectCommand connect() {
        ChannelConnectCommand command = new ChannelConnectCommand();
        command.channel = "whatsapp";
        return command;
    }
}
