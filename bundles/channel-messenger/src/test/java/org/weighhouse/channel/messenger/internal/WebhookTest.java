package org.weighhouse.channel.messenger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.kit.FakeMeter;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.simulator.upstream.MessengerEvents;
import org.weighhouse.simulator.upstream.SignedWebhook;

class WebhookTest extends MessengerRig {

    private static final Instant AT = Instant.parse("2026-11-24T10:00:00.123Z");

    @Test
    void whoever_writes_is_a_subscriber_who_replied() {
        receive(webhook(events.message("m_in", "777", AT, "\u00e4 \ud83d\ude00")));

        FakeMeter.Observed observed = meter.observed().get(0);
        assertThat(observed.id()).isEqualTo("m_in");
        assertThat(observed.occurrence().time()).isEqualTo(AT);
        assertThat(observed.occurrence().reading()).isEqualTo(new Reading.Engagement(Amount.ZERO));
        assertThat(observed.occurrence().attribution())
                .isEqualTo(Attribution.NONE
                        .with(Dimension.CHANNEL, "messenger")
                        .with(Dimension.MESSAGE_KIND, "reply")
                        .with(Dimension.ACCOUNT, account().id())
                        .withSubscriber("777"));
    }

    @Test
    void buttons_are_clicks_of_what_the_message_was_for() {
        Attribution spring =
                Attribution.NONE.with(Dimension.CHANNEL, "messenger").with(Dimension.CAMPAIGN, "spring");
        meter.observe(
                account().workspace(),
                "test",
                "1",
                new Occurrence(AT, spring, new Reading.Messages(1), Reference.of("m_sent")));

        receive(webhook(
                events.quickReply("m_1", "777", AT, "m_sent"),
                events.postback("m_2", "777", AT),
                events.postback("", "777", AT)));

        assertThat(meter.observed().subList(1, 4))
                .extracting(seen -> seen.occurrence().attribution().messageKind())
                .containsOnly("click");
        assertThat(meter.observed().subList(1, 4))
                .extracting(seen -> seen.occurrence().attribution().campaign())
                .containsExactly("spring", "", "");
        assertThat(meter.observed().get(3).id()).isEqualTo("777 " + AT.toEpochMilli());
    }

    @Test
    void what_was_sent_delivered_and_read_counts_nothing_here() {
        receive(webhook(events.echo("m_1", "777", AT), events.delivery("m_1", "777", AT), events.read("777", AT)));
        receive(events.webhook(List.of(events.message("m_2", "777", AT, "x")), true));

        assertThat(meter.observed()).isEmpty();
        assertThat(meter.amended()).isEmpty();
    }

    @Test
    void a_sign_of_life_makes_a_subscriber_and_answers_nothing() {
        ObjectNode optin = events.read("777", AT);
        optin.remove("read");
        optin.putObject("optin").put("type", "notification_messages");

        receive(webhook(optin));

        assertThat(meter.observed())
                .extracting(seen -> seen.occurrence().reading())
                .containsExactly(new Reading.ActiveSubscriber());
    }

    @Test
    void a_page_of_nobody_here_counts_nothing() {
        MessengerEvents stranger = new MessengerEvents(APP_SECRET, "999");

        assertThat(receive(stranger.webhook(List.of(stranger.message("m_1", "777", AT, "x")), false))
                        .status())
                .isEqualTo(200);
        assertThat(meter.observed()).isEmpty();
    }

    @Test
    void ids_may_be_numbers() {
        String document = new String(
                        webhook(events.message("m_1", "777", AT, "x")).body(), StandardCharsets.UTF_8)
                .replace("\"" + PAGE + "\"", PAGE)
                .replace("\"777\"", "777");

        receive(SignedWebhook.of(document.getBytes(StandardCharsets.UTF_8), APP_SECRET));

        assertThat(meter.observed().get(0).occurrence().attribution().subscriber())
                .isEqualTo("777");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"object\":\"page\",\"entry\":{}}",
                "{\"object\":\"page\",\"entry\":[1,{\"id\":\"102030405060708\",\"messaging\":7}]}",
                "{\"object\":\"page\",\"entry\":[{\"id\":\"102030405060708\",\"messaging\":[null,[],{\"message\":1},"
                        + "{\"message\":{}},{\"message\":{},\"sender\":{\"id\":{}}},{\"message\":{},\"sender\":7}]}]}",
            })
    void what_is_not_understood_is_taken_and_counts_nothing(String body) {
        assertThat(receive(SignedWebhook.of(body.getBytes(StandardCharsets.UTF_8), APP_SECRET))
                        .status())
                .isEqualTo(200);
        assertThat(meter.observed()).isEmpty();
    }

    private SignedWebhook webhook(ObjectNode... all) {
        return events.webhook(List.of(all), false);
    }
}
