package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.AccountField;

abstract class AccountRulesContract extends AccountContract {

    @Test
    void aNameIsTakenOnceAWorkspaceAndChannel() {
        house.workspaces.save(new Workspace(new WorkspaceId("other"), "Other", ZoneId.of("UTC"), "free"));
        ChannelAccounts accounts = house.accounts(keyFile);
        accounts.connect(DEMO, "telegram", details("Shop"));
        ChannelAccount second = accounts.connect(DEMO, "telegram", details("Store"));

        refused(() -> accounts.connect(DEMO, "telegram", details("Shop")), "Shop");
        refused(() -> accounts.change(second.id(), details("Shop")), "Shop");
        accounts.change(second.id(), details("Store", ADDRESS, "new"));
        accounts.connect(DEMO, "whatsapp", details("Shop"));
        accounts.connect(new WorkspaceId("other"), "telegram", details("Shop"));
        assertThat(accounts.list(DEMO))
                .extracting(ChannelAccount::channel)
                .containsExactly("telegram", "telegram", "whatsapp");
    }

    @Test
    void whatIsWrongWithTheFieldsIsSaid() {
        ChannelAccounts accounts = house.accounts(keyFile);
        Map<String, Secret> token = Map.of(AccountField.CREDENTIAL, TOKEN);

        refused(() -> accounts.connect(DEMO, "telegram", details("a", Map.of(), Map.of())), "credential");
        refused(() -> accounts.connect(DEMO, "telegram", details("a", Map.of("zone", "eu"), token)), "zone");
        refused(() -> accounts.connect(DEMO, "telegram", details("a", Map.of("credential", "x"), Map.of())), "secret");
        refused(
                () -> accounts.connect(
                        DEMO, "telegram", details("a", Map.of(), Map.of("credential", TOKEN, "region", TOKEN))),
                "region of telegram is no secret");
        refused(() -> accounts.connect(new WorkspaceId("nobody"), "telegram", details("a")), "nobody");
        refused(() -> accounts.connect(DEMO, "Tele gram", details("a")), "channel id");
        refused(() -> accounts.makeStandard("nothing"), "nothing");
        refused(() -> accounts.change("nothing", details("a")), "nothing");
        assertThat(accounts.list(DEMO)).isEmpty();
    }

    @Test
    void aChannelThatWasNeverInstalledTakesAnyFieldsWithinTheBounds() {
        ChannelAccounts accounts = house.accounts(keyFile);
        ChannelAccount account = accounts.connect(DEMO, "later", details("a", Map.of("x", "y"), Map.of()));

        assertThat(accounts.find(account.id())).contains(account);
        refused(() -> accounts.connect(DEMO, "later", details("b", Map.of("not a name", "y"), Map.of())), "field");
        refused(() -> accounts.connect(DEMO, "later", details("b", Map.of("x", "a\u0000b"), Map.of())), "x holds");
        refused(() -> accounts.connect(DEMO, "later", details("b\n", Map.of(), Map.of())), "name");
        refused(() -> accounts.connect(DEMO, "later", details("b".repeat(65), Map.of(), Map.of())), "64");
        Map<String, String> many = IntStream.rangeClosed(0, AccountDetails.MAX_FIELDS)
                .boxed()
                .collect(Collectors.toMap(number -> "f" + number, number -> "x"));
        refused(() -> accounts.connect(DEMO, "later", details("b", many, Map.of())), "32 fields");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://a.example", "telegram", "", "https:///x", "http://me:pw@a.example", "http://a.example?x=1"
            })
    void anAddressThatIsNotPlainHttpIsRefused(String address) {
        ChannelAccounts accounts = house.accounts(keyFile);

        assertThatThrownBy(() -> accounts.connect(DEMO, "telegram", details("Shop", URI.create(address), "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(accounts.list(DEMO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.example",
                "bot",
                "https:///x",
                "http://me:pw@a.example",
                "https://a.example/#x",
                "http://a b"
            })
    void aBotsWebhookIsAnAddressLikeTheAccountsOwn(String address) {
        ChannelAccounts accounts = house.accounts(keyFile);
        Map<String, String> good = Map.of(AccountField.BOT_WEBHOOK, "https://bot.example/hook?from=weighhouse");

        assertThat(accounts.connect(DEMO, "later", details("a", good, Map.of())).setting(AccountField.BOT_WEBHOOK))
                .contains("https://bot.example/hook?from=weighhouse");
        refused(
                () -> accounts.connect(
                        DEMO, "later", details("b", Map.of(AccountField.BOT_WEBHOOK, address), Map.of())),
                AccountField.BOT_WEBHOOK);
    }

    @Test
    void theLongestValuesFitAndLongerOnesAreRefused() {
        ChannelAccounts accounts = house.accounts(keyFile);
        String longest = "€".repeat(AccountDetails.MAX_LENGTH);
        Map<String, Secret> secret = Map.of(AccountField.CREDENTIAL, new Secret(longest));
        ChannelAccount account = accounts.connect(DEMO, "telegram", details("long", Map.of("region", longest), secret));

        refused(() -> accounts.connect(DEMO, "telegram", details("b", ADDRESS, longest + "x")), "credential");
        restart();
        assertThat(house.accounts(keyFile).find(account.id())).contains(account);
    }

    @Test
    void aSecretThatIsGivenEmptyIsRemovedUnlessItIsNeeded() {
        ChannelAccounts accounts = house.accounts(keyFile);
        AccountDetails given = new AccountDetails(
                "Shop", ADDRESS, Map.of(), Map.of(AccountField.CREDENTIAL, TOKEN, "webhookSecret", new Secret("hook")));
        String id = accounts.connect(DEMO, "telegram", given).id();
        Map<String, Secret> none = Map.of("webhookSecret", new Secret(""));

        assertThat(accounts.change(id, new AccountDetails("Shop", ADDRESS, Map.of(), none))
                        .secrets())
                .containsOnlyKeys(AccountField.CREDENTIAL);
        refused(() -> accounts.change(id, details("Shop", ADDRESS, "")), "credential");
    }
}
