package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;

abstract class ChannelAccountContract extends AccountContract {

    private static final int THREADS = 8;
    private static final int ROUNDS = 10;

    @Test
    void aChangeKeepsTheIdAndTheSecretsThatAreNotGiven() {
        ChannelAccounts accounts = house.accounts(keyFile);
        AccountDetails given = new AccountDetails(
                "Shop",
                ADDRESS,
                Map.of("region", "eu"),
                Map.of(AccountField.CREDENTIAL, TOKEN, "webhookSecret", new Secret("hook")));
        ChannelAccount before = accounts.connect(DEMO, "telegram", given);
        URI address = URI.create("http://127.0.0.1:9//");
        ChannelAccount after = accounts.change(
                before.id(),
                new AccountDetails("Store", address, Map.of(), Map.of("webhookSecret", new Secret("other"))));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.name()).isEqualTo("Store");
        assertThat(after.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:9"));
        assertThat(after.settings()).isEmpty();
        assertThat(after.secrets())
                .isEqualTo(Map.of(AccountField.CREDENTIAL, TOKEN, "webhookSecret", new Secret("other")));
        restart();
        assertThat(house.accounts(keyFile).list(DEMO)).containsExactly(after);
    }

    @Test
    void theFirstAccountIsTheStandardOneUntilAnotherIsChosen() {
        ChannelAccounts accounts = house.accounts(keyFile);
        ChannelAccount one = accounts.connect(DEMO, "telegram", details("one"));
        ChannelAccount two = accounts.connect(DEMO, "telegram", details("two"));
        ChannelAccount three = accounts.connect(DEMO, "telegram", details("three"));

        assertThat(accounts.standard(DEMO, "telegram")).contains(one);
        accounts.makeStandard(three.id());
        restart();
        assertThat(ids(house.accounts(keyFile))).containsExactly(one.id(), two.id(), three.id());
        assertThat(house.accounts(keyFile)
                        .standard(DEMO, "telegram")
                        .orElseThrow()
                        .id())
                .isEqualTo(three.id());
    }

    @Test
    void withTheStandardAccountGoneTheOldestLeftIsStandard() throws Exception {
        ChannelAccounts accounts = house.accounts(keyFile);
        List<String> id = Stream.of("one", "two", "three")
                .map(name -> accounts.connect(DEMO, "telegram", details(name)).id())
                .toList();
        accounts.makeStandard(id.get(2));

        assertThat(accounts.disconnect(id.get(2))).isTrue();
        assertThat(accounts.standard(DEMO, "telegram").orElseThrow().id()).isEqualTo(id.getFirst());
        restart();
        ChannelAccounts later = house.accounts(keyFile);
        assertThat(later.disconnect(id.getFirst())).isTrue();
        assertThat(later.disconnect(id.getFirst())).isFalse();
        assertThat(later.standard(DEMO, "telegram").orElseThrow().id()).isEqualTo(id.get(1));
        assertThat(later.disconnect(id.get(1))).isTrue();
        assertThat(later.list(DEMO)).isEmpty();
        assertThat(house.values("catalog_account_secret")).isEmpty();
        assertThat(house.values("catalog_channel_account")).isEmpty();
    }

    @Test
    void theDatabaseItselfRefusesTwoStandardAccounts() {
        ChannelAccounts accounts = house.accounts(keyFile);
        accounts.connect(DEMO, "telegram", details("one"));
        accounts.connect(DEMO, "telegram", details("two"));
        accounts.connect(DEMO, "telegram", details("three"));

        assertThatThrownBy(() -> house.sql("update catalog_channel_account set standard = true"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> house.sql("update catalog_channel_account set standard = false"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void changesFromManyThreadsLoseNothingAndLeaveOneStandardAccount() throws Exception {
        ChannelAccounts accounts = house.accounts(keyFile);
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String name = "t" + thread;
                all.add(pool.submit(() -> workOn(accounts, name)));
            }
            for (Future<?> each : all) {
                each.get(2, TimeUnit.MINUTES);
            }
        }

        List<ChannelAccount> left = accounts.list(DEMO);
        assertThat(left).hasSize(THREADS * ROUNDS);
        assertThat(left).filteredOn(ChannelAccount::standard).hasSize(1);
        assertThat(left)
                .extracting(ChannelAccount::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.endsWith("'"));
        restart();
        assertThat(house.accounts(keyFile).list(DEMO)).isEqualTo(left);
    }

    /** Of two accounts a round one is left, changed; the other was the standard one for a while. */
    private static void workOn(ChannelAccounts accounts, String name) {
        for (int round = 0; round < ROUNDS; round++) {
            String kept = accounts.connect(DEMO, "telegram", details(name + "-" + round))
                    .id();
            String gone =
                    accounts.connect(DEMO, "telegram", details(name + "-gone")).id();
            accounts.makeStandard(gone);
            accounts.change(kept, details(name + "-" + round + "'"));
            accounts.disconnect(gone);
        }
    }

    private static List<String> ids(ChannelAccounts accounts) {
        return accounts.list(DEMO, "telegram").stream().map(ChannelAccount::id).toList();
    }
}
