package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.AccountField;

abstract class SecretContract extends AccountContract {

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
        house.accounts(keyFile).connect(DEMO, "telegram", details("Shop"));
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
        house.accounts(environment).connect(DEMO, "telegram", details("Shop"));

        assertThat(keyFile).doesNotExist();
        assertThat(house.accounts(environment).standard(DEMO, "telegram")).isPresent();
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
        house.accounts(keyFile).connect(DEMO, "telegram", details("Shop"));
        house.sql("update catalog_channel_account set workspace = 'thief'");

        assertThatThrownBy(() -> house.accounts(keyFile)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAccountSurvivesARestartAndItsSecretsAreNowhereInTheTables() throws Exception {
        AccountDetails given =
                new AccountDetails("Shop", ADDRESS, Map.of("region", "eu"), Map.of(AccountField.CREDENTIAL, TOKEN));
        ChannelAccount account = house.accounts(keyFile).connect(DEMO, "telegram", given);
        String base64 = Base64.getEncoder().encodeToString(TOKEN.value().getBytes("UTF-8"));

        assertThat(account.id()).matches("[a-z2-7]{12}");
        assertThat(everythingStored())
                .contains(account.id(), "Shop", "eu")
                .noneMatch(value -> value != null && (value.contains(TOKEN.value()) || value.contains(base64)));
        restart();
        assertThat(house.accounts(keyFile).find(account.id())).contains(account);
        assertThat(account.secret(AccountField.CREDENTIAL)).contains(TOKEN);
        assertThat(account.toString()).doesNotContain("bot-token");
    }

    @Test
    void theSameSecretIsStoredDifferentlyEachTime() throws Exception {
        ChannelAccounts accounts = house.accounts(keyFile);
        String id = accounts.connect(DEMO, "telegram", details("Shop")).id();
        String first = house.values("catalog_account_secret").getLast();
        accounts.change(id, details("Store"));

        assertThat(house.values("catalog_account_secret").getLast()).isNotEqualTo(first);
    }
}
