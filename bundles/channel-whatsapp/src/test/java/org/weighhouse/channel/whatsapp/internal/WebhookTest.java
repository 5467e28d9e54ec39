package org.weighhouse.channel.whatsapp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.kit.FakeMeter;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.WebhookRequest;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.simulator.upstream.SignedWebhook;
import org.weighhouse.simulator.upstream.WhatsAppEvents;
import org.weighhouse.simulator.upstream.WhatsAppEvents.Pricing;

class WebhookTest extends WhatsAppRig {

    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
    private static final String ID = "wamid.A=";

    @Test
    void the_address_is_made_sure_of_by_the_verify_token() {
        ChannelResponse right = challenge("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=let+me%20in");
        ChannelResponse wrong = challenge("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=let");
        ChannelResponse tooLong =
                challenge("hub.mode=subscribe&hub.verify_token=let+me+in&hub.challenge=" + "1".repeat(257));

        assertThat(right.status()).isEqualTo(200);
        assertThat(text(right)).isEqualTo("1158201444");
        assertThat(right.headers().first("X-Content-Type-Options")).contains("nosniff");
        assertThat(List.of(
                        wrong.status(),
                        tooLong.status(),
                        challenge("").status(),
                        challenge("&=&a").status()))
                .containsOnly(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=zz", "sha1=00", "sha256=" + "00"})
    void what_is_not_signed_changes_nothing(String signature) {
        SignedWebhook webhook = delivered();
        Headers headers = signature.isEmpty()
                ? webhook.headers().without("X-Hub-Signature-256")
                : webhook.headers().with("X-Hub-Signature-256", signature);

        assertThat(receive(headers, webhook.body()).status()).isEqualTo(403);
        assertThat(meter.amended()).isEmpty();
    }

    @Test
    void a_byte_more_breaks_the_signature() {
        SignedWebhook webhook = delivered();
        byte[] longer = Arrays.copyOf(webhook.body(), webhook.body().length + 1);
        longer[longer.length - 1] = ' ';

        assertThat(receive(webhook.headers(), longer).status()).isEqualTo(403);
        assertThat(receive(webhook).status()).isEqualTo(200);
        assertThat(meter.amended()).hasSize(1);
    }

    @Test
    void without_an_app_secret_nothing_is_believed() {
        accounts.change(account().id(), new AccountDetails("support", url, Map.of("phoneNumberId", NUMBER), Map.of()));

        assertThat(receive(delivered()).status()).isEqualTo(403);
        assertThat(challenge("hub.mode=subscribe&hub.challenge=1&hub.verify_token=")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_status_says_what_a_message_is_charged_as() {
        receive(statuses(
                events.status(ID, "sent", "4915112345678", AT, Pricing.regular("authentication-international"))));

        FakeMeter.Amended amended = meter.amended().get(0);
        assertThat(amended.channel()).isEqualTo("whatsapp");
        assertThat(amended.reference()).isEqualTo(Reference.of(ID));
        assertThat(amended.amendment().asOf()).isEqualTo(AT);
        assertThat(amended.amendment().part()).isEmpty();
        assertThat(amended.amendment().changes()).containsExactly(new Change.Kind("authentication_international"));
    }

    @Test
    void a_free_one_costs_nothing_and_is_of_a_kind_of_its_own() {
        receive(statuses(events.status(
                ID, "delivered", "4915112345678", AT, new Pricing(false, "free_entry_point", "marketing"))));

        assertThat(meter.amended().get(0).amendment().changes())
                .containsExactlyInAnyOrder(
                        new Change.Kind("free_entry_point"), new Change.Cost(Amount.ZERO), new Change.Quantity(1));
    }

    @Test
    void a_failed_one_is_none_and_other_steps_say_nothing() {
        receive(statuses(
                events.status(ID, "failed", "4915112345678", AT, Pricing.NONE),
                events.status(ID, "sent", "4915112345678", AT, Pricing.NONE),
                events.status(ID, "deleted", "4915112345678", AT, Pricing.NONE),
                events.status(ID, "warning", "4915112345678", AT, Pricing.NONE),
                events.status("", "failed", "4915112345678", AT, Pricing.NONE)));

        assertThat(meter.amended()).hasSize(1);
        assertThat(meter.amended().get(0).amendment().changes()).containsExactly(new Change.Quantity(0));
    }

    @Test
    void a_groups_message_has_a_part_for_every_member() {
        Pricing pricing = Pricing.regular("group_service");
        receive(statuses(
                events.memberStatus(ID, "delivered", "Y2Fw", "4915112345678", AT, pricing),
                events.memberStatus(ID, "delivered", "Y2Fw", "33612345678", AT, pricing)));

        assertThat(meter.amended())
                .extracting(amended -> amended.amendment().part())
                .containsExactly("4915112345678", "33612345678");
        assertThat(meter.amended().get(1).amendment().changes())
                .contains(new Change.Market("FR"), new Change.Kind("group_service"), new Change.Quantity(1));
        assertThat(meter.amended().stream().map(FakeMeter.Amended::amendment).map(Amendment::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_status_is_the_same_statement() {
        receive(delivered());
        receive(delivered());

        assertThat(meter.amended().get(0)).isEqualTo(meter.amended().get(1));
    }

    @Test
    void whoever_writes_is_a_subscriber_who_replied() {
        receive(events.messages(List.of(events.text("wamid.in", "33612345678", AT, "\u00e4 \ud83d\ude00"))));

        FakeMeter.Observed observed = meter.observed().get(0);
        Occurrence seen = observed.occurrence();
        assertThat(observed.observer()).isEqualTo(account().id());
        assertThat(observed.id()).isEqualTo("wamid.in");
        assertThat(seen.time()).isEqualTo(AT);
        assertThat(seen.reading()).isEqualTo(new Reading.Engagement(Amount.ZERO));
        assertThat(seen.attribution())
                .isEqualTo(Attribution.NONE
                        .with(Dimension.CHANNEL, "whatsapp")
                        .with(Dimension.MESSAGE_KIND, "reply")
                        .with(Dimension.MARKET, "FR")
                        .with(Dimension.ACCOUNT, account().id())
                        .withSubscriber("33612345678"));
    }

    @Test
    void a_click_counts_for_what_the_message_was_for() throws Exception {
        String sent = send("{\"messaging_product\":\"whatsapp\",\"to\":\"33612345678\",\"text\":{\"body\":\"x\"}}")
                .body()
                .replaceFirst(".*\"messages\":\\[\\{\"id\":\"([^\"]+)\".*", "$1");
        // The door of this rig knows no campaigns: the meter has it of another message.
        meter.observe(
                account().workspace(),
                "test",
                "1",
                new Occurrence(
                        AT,
                        Attribution.NONE
                                .with(Dimension.CHANNEL, "whatsapp")
                                .with(Dimension.CAMPAIGN, "spring")
                                .with(Dimension.AUTOMATION_FLOW, "welcome")
                                .with(Dimension.KEY, "k1"),
                        new Reading.Messages(1),
                        Reference.of("wamid.spring")));

        receive(events.messages(List.of(
                events.button("wamid.in1", "33612345678", AT, "wamid.spring"),
                events.button("wamid.in2", "33612345678", AT, sent),
                events.button("wamid.in3", "33612345678", AT, "wamid.unknown"))));

        Attribution first = meter.observed().get(1).occurrence().attribution();
        assertThat(first.messageKind()).isEqualTo("click");
        assertThat(first.campaign()).isEqualTo("spring");
        assertThat(first.automationFlow()).isEqualTo("welcome");
        assertThat(first.key()).isEmpty();
        assertThat(meter.observed())
                .extracting(seen -> seen.occurrence().attribution().campaign())
                .containsExactly("spring", "spring", "", "");
    }

    @Test
    void a_reaction_shows_only_that_somebody_is_there_and_a_notice_nothing() {
        ObjectNode reaction = events.text("wamid.r", "33612345678", AT, "x").put("type", "reaction");
        ObjectNode notice = events.text("wamid.s", "33612345678", AT, "x").put("type", "system");

        receive(events.messages(List.of(reaction, notice)));

        assertThat(meter.observed())
                .extracting(seen -> seen.occurrence().reading())
                .containsExactly(new Reading.ActiveSubscriber());
    }

    @Test
    void a_person_with_and_without_number_is_one_once_both_were_told() {
        ObjectNode hidden = events.text("wamid.1", "", AT, "x").put("from_user_id", "FR.99");
        ObjectNode known = events.text("wamid.2", "33612345678", AT, "x");
        SignedWebhook both = events.messages(List.of(known));
        String withId = new String(both.body(), StandardCharsets.UTF_8)
                .replace("\"wa_id\":\"33612345678\"", "\"wa_id\":\"33612345678\",\"user_id\":\"FR.99\"");

        receive(events.messages(List.of(hidden)));
        receive(resigned(withId));
        receive(events.messages(List.of(hidden.deepCopy().put("id", "wamid.3"))));

        assertThat(meter.observed())
                .extracting(seen -> seen.occurrence().attribution().subscriber())
                .containsExactly("FR.99", "33612345678", "33612345678");
    }

    @Test
    void another_number_of_the_workspace_counts_under_its_own_account_and_a_strangers_does_not() {
        String sales = connect("sales", OTHER_NUMBER, Map.of()).id();

        receive(new WhatsAppEvents(APP_SECRET, OTHER_NUMBER)
                .messages(List.of(events.text("wamid.1", "33612345678", AT, "x"))));
        receive(new WhatsAppEvents(APP_SECRET, "999")
                .messages(List.of(events.text("wamid.2", "33612345678", AT, "x"))));

        assertThat(meter.observed()).extracting(FakeMeter.Observed::observer).containsExactly(sales);
    }

    @ParameterizedTest
    @CsvSource({
        "1732442400, 2024-11-24T10:00:00Z",
        "'\"1732442400\"', 2024-11-24T10:00:00Z",
        "'\"1732442400000\"', ",
        "'\"0\"', ",
        "-5, ",
        "'\"99999999999999999999\"', ",
        "'{\"a\":1}', ",
        "null, ",
        "17324424.5, ",
    })
    void a_time_that_cannot_be_is_when_it_came(String timestamp, Instant told) {
        String document = new String(
                        events.messages(List.of(events.text("wamid.1", "33612345678", AT, "x")))
                                .body(),
                        StandardCharsets.UTF_8)
                .replace("\"" + AT.getEpochSecond() + "\"", timestamp);
        Instant before = Instant.now();

        receive(resigned(document));

        Instant time = meter.observed().get(0).occurrence().time();
        if (told == null) {
            assertThat(time).isBetween(before, Instant.now());
        } else {
            assertThat(time).isEqualTo(told);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "", "{", "{}}", "\"x\"", "{\"object\":\"whatsapp_business_account\",\"entry\":[{"})
    void what_is_no_json_object_is_refused(String body) {
        assertThat(receive(resigned(body)).status()).isEqualTo(400);
    }

    @Test
    void too_many_values_are_refused() {
        assertThat(receive(resigned("{\"entry\":[" + "0,".repeat(500_000) + "0]}"))
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"object\":\"page\",\"entry\":[{\"changes\":[{\"field\":\"messages\"}]}]}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":7}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[7,null,{\"changes\":{\"a\":[1]}}]}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":[]}]}]}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"account_update\",\"value\":{}}]}]}",
            })
    void what_is_not_understood_is_taken_and_counts_nothing(String body) {
        assertThat(receive(resigned(body)).status()).isEqualTo(200);
        assertThat(meter.amended()).isEmpty();
        assertThat(meter.observed()).isEmpty();
    }

    @Test
    void while_nothing_can_be_counted_the_platform_is_to_try_again() {
        meter.down(true);

        assertThatThrownBy(() -> receive(delivered())).isInstanceOf(LedgerUnavailableException.class);
    }

    private SignedWebhook delivered() {
        return statuses(events.status(ID, "delivered", "4915112345678", AT, Pricing.regular("service")));
    }

    private SignedWebhook statuses(ObjectNode... statuses) {
        return events.statuses(List.of(statuses));
    }

    private static SignedWebhook resigned(String body) {
        return SignedWebhook.of(body.getBytes(StandardCharsets.UTF_8), APP_SECRET);
    }

    private ChannelResponse challenge(String query) {
        return adapter.receive(new WebhookRequest("GET", query, Headers.NONE, new byte[0], Instant.now()), account());
    }
}
