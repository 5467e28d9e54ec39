package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelDescriptor;

abstract class ChannelAccountContract extends CatalogContract {

    private static final URI ADDRESS = URI.create("https://platform.example");
    private static final Secret TOKEN = new Secret("12345:bot-token-ü");

    private Path keyFile;

    @BeforeEach
    void demoWithTelegram() {
        keyFile = folder.resolve("keys").resolve("secret.key");
        saveDemo("free");
        house.channels.remember(telegram());
    }

    private static ChannelDescriptor telegram() {
        return new ChannelDescriptor(
                "telegram", "Telegram", "#2AABEE", "paperplane", Unit.MESSAGE_CREDIT, "", Map.of("text", Amount.of(1)));
    }

    @Test
    void aCredentialSurvivesARestartAndIsNowhereInTheTables() throws Exception {
        ChannelAccount account = house.accounts(keyFile).connect(DEMO, "telegram", ADDRESS, TOKEN);
        String base64 = Base64.getEncoder().encodeToString(TOKEN.value().getBytes("UTF-8"));

        assertThat(everythingStored())
                .contains(account.id())
                .noneMatch(value -> value.contains(TOKEN.value()) || value.contains(base64));
        restart();
        assertThat(house.accounts(keyFile).find(DEMO, "telegram")).contains(account);
        assertThat(account.toString()).doesNotContain("bot-token");
    }

    @Test
    void theSameCredentialIsStoredDifferentlyEachTime() throws Exception {
        ChannelAccounts accounts = house.accounts(keyFile);
        accounts.connect(DEMO, "telegram", ADDRESS, TOKEN);
        String first = house.values("catalog_channel_account").getLast();
        accounts.connect(DEMO, "telegram", ADDRESS, TOKEN);

        assertThat(house.values("catalog_channel_account").getLast()).isNotEqualTo(first);
    }

    @Test
    void connectingAgainReplacesTheCredentialAndKeepsTheId() {
        ChannelAccounts accounts = house.accounts(keyFile);
        ChannelAccount before = accounts.connect(DEMO, "telegram", ADDRESS, TOKEN);
        ChannelAccount after =
                accounts.connect(DEMO, "telegram", URI.create("http://127.0.0.1:9//"), new Secret("other"));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:9"));
        assertThat(accounts.list(DEMO)).containsExactly(after);
        restart();
        assertThat(house.accounts(keyFile).list(DEMO)).containsExactly(after);
    }

    @Test
    void aDisconnectedAccountIsGoneForGood() throws Exception {
        ChannelAccounts accounts = house.accounts(keyFile);
        accounts.connect(DEMO, "telegram", ADDRESS, TOKEN);

        assertThat(accounts.disconnect(DEMO, "telegram")).isTrue();
        assertThat(accounts.disconnect(DEMO, "telegram")).isFalse();
        assertThat(accounts.find(DEMO, "telegram")).isEmpty();
        assertThat(house.values("catalog_channel_account")).isEmpty();
    }

    @Test
    void theKeyFileIsMadeOnceAndReadableByItsOwnerOnly() throws Exception {
        house.accounts(keyFile);
        String made = Files.readString(keyFile);
        house.accounts(keyFile);

        assertThat(Base64.getDecoder().decode(made.strip())).hasSize(32);
        assertThat(keyFile).hasContent(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherKeyIsRefusedWithAClearMessageThatDoesNotShowIt() throws Exception {
        house.accounts(keyFile).connect(DEMO, "telegram", ADDRESS, TOKEN);
        String wrong = MasterKey.random("test").base64();
        Files.writeString(keyFile, wrong);

        assertThatThrownBy(() -> house.accounts(keyFile))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(keyFile.toString())
                .hasMessageContaining("not the one")
                .hasMessageNotContaining(wrong);
    }

    @Test
    void aLostKeyIsNotReplacedByANewOne() throws Exception {
        house.accounts(keyFile);
        Files.delete(keyFile);

        assertThatThrownBy(() -> house.accounts(keyFile))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(keyFile.toString());
        assertThat(keyFile).doesNotExist();
    }

    @Test
    void theKeyFromTheEnvironmentGoesBeforeTheFile() {
        MasterKeySource environment =
                new MasterKeySource(Optional.of(MasterKey.random("test").base64()), keyFile);
        house.accounts(environment).connect(DEMO, "telegram", ADDRESS, TOKEN);

        assertThat(keyFile).doesNotExist();
        assertThat(house.accounts(environment).find(DEMO, "telegram")).isPresent();
    }

    @Test
    void aMalformedKeyIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> house.accounts(new MasterKeySource(Optional.of("bm90LTMy!"), keyFile)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(MasterKeySource.ENVIRONMENT)
                .hasMessageNotContaining("bm90LTMy");
    }

    @Test
    void aCredentialMovedToAnotherWorkspaceDoesNotOpen() throws Exception {
        house.workspaces.save(new Workspace(new WorkspaceId("thief"), "Thief", ZoneId.of("UTC"), "free"));
        house.accounts(keyFile).connect(DEMO, "telegram", ADDRESS, TOKEN);
        house.sql("update catalog_channel_account set workspace = 'thief'");

        assertThatThrownBy(() -> house.accounts(keyFile)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownChannelIsRefusedWithTheKnownOnes() {
        ChannelAccounts accounts = house.accounts(keyFile);

        assertThatThrownBy(() -> accounts.connect(DEMO, "telegraph", ADDRESS, TOKEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("telegraph")
                .hasMessageContaining("known are telegram");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://a.example", "telegram", "", "https:///x", "http://me:pw@a.example", "http://a.example?x=1"
            })
    void anAddressThatIsNotPlainHttpIsRefused(String address) {
        ChannelAccounts accounts = house.accounts(keyFile);

        assertThatThrownBy(() -> accounts.connect(DEMO, "telegram", URI.create(address), TOKEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(accounts.list(DEMO)).isEmpty();
    }

    @Test
    void theLongestCredentialFitsAndALongerOneIsRefused() {
        ChannelAccounts accounts = house.accounts(keyFile);
        Secret longest = new Secret("x".repeat(ChannelAccountStore.MAX_CREDENTIAL_BYTES));
        accounts.connect(DEMO, "telegram", ADDRESS, longest);

        assertThatThrownBy(() -> accounts.connect(DEMO, "telegram", ADDRESS, new Secret(longest.value() + "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(house.accounts(keyFile).find(DEMO, "telegram").orElseThrow().credential())
                .isEqualTo(longest);
    }
}
