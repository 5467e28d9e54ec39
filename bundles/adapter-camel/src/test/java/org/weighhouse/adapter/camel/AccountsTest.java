package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelResponse;

class AccountsTest {

    private final Rig rig = new Rig();
    private ChannelAccount main;
    private ChannelAccount shop;

    @BeforeEach
    void connectTwo() {
        main = rig.accounts.list(Door.WORKSPACE).getFirst();
        URI url = main.baseUrl();
        shop = rig.connect("shop", url, Map.of("number", "200"));
        rig.connect("shop two", url, Map.of("number", "300"));
        rig.connect("shop three", url, Map.of("number", "300"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void a_request_that_names_no_account_goes_over_the_standard_one() {
        assertThat(credential(rig.get("/weigh", ""))).isEqualTo("credential-of-main");

        rig.accounts.makeStandard(shop.id());
        assertThat(credential(rig.get("/weigh", ""))).isEqualTo("credential-of-shop");
    }

    @Test
    void an_account_is_named_by_its_name_or_id() {
        assertThat(credential(rig.get("/weigh", "shop"))).isEqualTo("credential-of-shop");
        assertThat(credential(rig.get("/weigh", shop.id()))).isEqualTo("credential-of-shop");
    }

    @Test
    void an_account_is_meant_by_what_its_platform_calls_it() {
        assertThat(credential(rig.get("/200/weigh", ""))).isEqualTo("credential-of-shop");
        // A name of ours goes before.
        assertThat(credential(rig.get("/200/weigh", "main"))).isEqualTo("credential-of-main");
    }

    @Test
    void of_two_accounts_that_are_called_the_same_the_standard_one_is_meant_else_the_older() {
        assertThat(credential(rig.get("/300/weigh", ""))).isEqualTo("credential-of-shop two");

        rig.accounts.makeStandard(rig.accounts.list(Door.WORKSPACE).get(3).id());
        assertThat(credential(rig.get("/300/weigh", ""))).isEqualTo("credential-of-shop three");
    }

    @Test
    void an_account_that_is_named_and_not_there_is_refused() {
        ChannelResponse named = rig.get("/weigh", "shop\n7");
        ChannelResponse numbered = rig.get("/999/weigh", "");

        assertThat(named.headers().first("X-Reason")).hasValue("UNKNOWN_ACCOUNT PT0S");
        assertThat(Rig.text(named))
                .isEqualTo("This workspace has no Test account named 'shop?7';"
                        + " it has 'main', 'shop', 'shop two', 'shop three'. Nothing was sent.");
        assertThat(Rig.text(numbered)).startsWith("This workspace has no Test account whose number is '999'; it has");
        assertThat(rig.received).isEmpty();
        assertThat(rig.meter.estimates()).isEmpty();
    }

    @Test
    void an_account_that_lacks_what_its_channel_needs_is_refused() {
        rig.accounts.connect(
                Door.WORKSPACE, TestPlatform.ID, new AccountDetails("bare", main.baseUrl(), Map.of(), Map.of()));

        ChannelResponse reply = rig.get("/weigh", "bare");

        assertThat(reply.headers().first("X-Reason")).hasValue("NOT_CONNECTED PT0S");
        assertThat(Rig.text(reply)).isEqualTo("The account 'bare' has no Key; an admin adds it in Weighhouse.");
    }

    @Test
    void what_is_held_and_counted_says_which_account_it_went_over() {
        rig.answerNext(200, "done");
        Rig.body(rig.get("/weigh", "shop"));

        assertThat(rig.meter.estimates()).extracting(AccountsTest::account).containsExactly(shop.id());
        assertThat(rig.meter.settled()).extracting(AccountsTest::account).containsExactly(shop.id());
    }

    @Test
    void a_visitor_goes_over_the_account_that_he_came_by() {
        assertThat(credential(rig.get("/weigh", new Caller.Visitor(Door.WORKSPACE, shop.id(), "v1"))))
                .isEqualTo("credential-of-shop");

        rig.accounts.disconnect(shop.id());
        ChannelResponse gone = rig.get("/weigh", new Caller.Visitor(Door.WORKSPACE, shop.id(), "v1"));
        assertThat(gone.headers().first("X-Reason")).hasValue("NOT_CONNECTED PT0S");
    }

    @Test
    void what_a_bot_answers_to_a_webhook_goes_over_the_account_that_was_called() {
        assertThat(credential(rig.get("/weigh", new Caller.Account(Door.WORKSPACE, shop.id()))))
                .isEqualTo("credential-of-shop");
    }

    private static String account(Occurrence occurrence) {
        return occurrence.attribution().account();
    }

    private String credential(ChannelResponse response) {
        Rig.body(response);
        return rig.received.getLast().headers().first("X-Key").orElse("");
    }
}
