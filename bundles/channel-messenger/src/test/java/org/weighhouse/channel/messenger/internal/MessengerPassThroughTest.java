package org.weighhouse.channel.messenger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.simulator.upstream.MessengerStandIn;

class MessengerPassThroughTest extends MessengerRig {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> BEARER = Map.of("Authorization", "Bearer " + Door.KEY);
    private static final String TEXT = "{\"recipient\":{\"id\":\"777\"},\"messaging_type\":\"RESPONSE\","
            + "\"message\":{\"text\":\"h\u00e4 \\ud83d\\ude00\"}}";

    @Test
    void a_message_passes_byte_for_byte_and_counts_once() throws Exception {
        HttpResponse<String> reply = send(TEXT);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(received.get(0).target()).isEqualTo("/v25.0/me/messages");
        assertThat(received.get(0).body()).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(received.get(0).headers().first("Authorization")).contains("Bearer " + TOKEN);
        Occurrence counted = meter.settled().get(0);
        assertThat(reply.body())
                .contains("\"message_id\":\"" + counted.reference().value() + "\"");
        assertThat(counted.reading()).isEqualTo(new Reading.Messages(1));
        assertThat(counted.attribution().channel()).isEqualTo("messenger");
        assertThat(counted.attribution().messageKind()).isEqualTo("text");
        assertThat(counted.attribution().subscriber()).isEqualTo("777");
    }

    @Test
    void a_form_whose_values_are_json_passes_and_counts_too() throws Exception {
        String form = "recipient=" + encoded("{\"id\":\"777\"}") + "&message="
                + encoded("{\"attachment\":{\"type\":\"image\",\"payload\":{}}}") + "&access_token=";

        call("POST", "/v25.0/" + PAGE + "/messages", Map.of("Content-Type", FORM), form + Door.KEY);

        assertThat(new String(received.get(0).body(), StandardCharsets.UTF_8)).isEqualTo(form + TOKEN);
        assertThat(meter.settled().get(0).attribution().messageKind()).isEqualTo("image");
        assertThat(meter.settled().get(0).attribution().subscriber()).isEqualTo("777");
    }

    /** As Meta's own example has it, single quotes and all. */
    @Test
    void everything_may_stand_in_the_query() throws Exception {
        platform.answerNext(json("{\"recipient_id\":\"777\",\"message_id\":\"m_1\"}"));
        String query = "recipient=" + encoded("{'id':'777'}") + "&messaging_type=RESPONSE&message="
                + encoded("{'text':'hello'}") + "&access_token=";

        call("POST", "/v25.0/" + PAGE + "/messages?" + query + Door.KEY, Map.of(), "");

        assertThat(received.get(0).query()).isEqualTo(query + TOKEN);
        assertThat(meter.estimates().get(0).attribution().subscriber()).isEqualTo("777");
        assertThat(meter.settled().get(0).reference().value()).isEqualTo("m_1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"x\",\"quick_replies\":[]}|text",
                "{\"attachment\":{\"type\":\"template\",\"payload\":{}}}|template",
                "{\"attachment\":{\"type\":\"video\"}}|video",
                "{\"attachment\":{\"type\":\"hologram\"}}|other",
                "{\"attachments\":[{\"type\":\"image\"}]}|other",
                "{\"template\":{\"name\":\"n\"}}|utility",
                "{\"new\":1}|other",
            })
    void every_message_has_a_kind(String message, String kind) throws Exception {
        send("{\"recipient\":{\"id\":\"777\"},\"message\":" + message + "}");

        assertThat(meter.settled().get(0).attribution().messageKind()).isEqualTo(kind);
    }

    @Test
    void an_ad_account_sends_marketing_and_a_comment_is_answered_by_a_message() throws Exception {
        platform.answerNext(json("{\"recipient_id\":\"777\",\"message_id\":\"m_1\"}"));
        platform.answerNext(json("{\"id\":\"m_2\"}"));

        post("/v25.0/act_123/messages", "application/json", TEXT);
        post("/v25.0/12_34/private_replies", "application/json", "{\"message\":\"hello\"}");

        assertThat(meter.settled())
                .extracting(seen -> seen.attribution().messageKind())
                .containsExactly("marketing", "text");
        assertThat(meter.settled().get(1).reference().value()).isEqualTo("m_2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"recipient\":{\"id\":\"777\"},\"sender_action\":\"typing_on\"}",
                "{\"recipient\":{\"id\":\"777\"},\"sender_action\":\"mark_seen\"}",
            })
    void actions_are_free_even_without_credit(String action) throws Exception {
        meter.credits(0);

        assertThat(send(action).body()).isEqualTo("{\"recipient_id\":\"777\"}");
        assertThat(meter.estimates()).isEmpty();
    }

    @Test
    void a_message_does_not_hide_behind_an_action_or_a_get() throws Exception {
        meter.credits(0);
        String both = "{\"sender_action\":\"typing_on\"," + TEXT.substring(1);
        String target = "/v25.0/me/messages?method=post&message=%7B%7D";

        assertThat(send(both).statusCode()).isEqualTo(400);
        assertThat(call("GET", target, BEARER, "").statusCode()).isEqualTo(400);
        assertThat(received).isEmpty();
    }

    @Test
    void what_sends_nothing_costs_nothing() throws Exception {
        call("GET", "/v25.0/me?fields=name", BEARER, "");
        call("GET", "/v25.0/t_1/messages", BEARER, "");
        post("/v25.0/me/message_attachments", "application/json", "{\"message\":{\"attachment\":{}}}");

        assertThat(received).hasSize(3);
        assertThat(meter.estimates()).isEmpty();
    }

    @Test
    void what_the_platform_refuses_passes_and_costs_nothing() throws Exception {
        platform.answerNext(MessengerStandIn.error(400, 551, "This person isn't available right now."));

        assertThat(send(TEXT).body()).contains("551");
        assertThat(send("{\"recipient\":{\"id\":\"777\"},\"message\":{}}").statusCode())
                .isEqualTo(400);
        assertThat(meter.settled()).isEmpty();
        assertThat(meter.openHolds()).isZero();
    }

    @Test
    void without_credit_nothing_is_sent() throws Exception {
        meter.credits(0);

        HttpResponse<String> reply = send(TEXT);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .startsWith("{\"error\":{\"message\":\"(#10) Not enough message credits left")
                .contains("\"is_transient\":false");
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v25.0, application/x-www-form-urlencoded, batch=%5B%5D",
        "/v25.0/me/messages, application/json, {broken",
        "/v25.0/me/messages, text/plain, x",
    })
    void what_cannot_be_weighed_is_refused_in_metas_shape(String target, String type, String body) throws Exception {
        HttpResponse<String> reply = post(target, type, body);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).startsWith("{\"error\":{\"message\":\"(#100) ");
        assertThat(received).isEmpty();
    }

    @Test
    void an_unknown_page_is_nobodys() throws Exception {
        assertThat(post("/v25.0/999/messages", "application/json", TEXT).statusCode())
                .isEqualTo(404);
        assertThat(received).isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static ChannelResponse json(String text) {
        return ChannelResponse.of(
                200, Headers.of("Content-Type", "application/json"), text.getBytes(StandardCharsets.UTF_8));
    }
}
