package org.weighhouse.channel.whatsapp.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.weighhouse.simulator.upstream.WhatsAppStandIn;

class WhatsAppPassThroughTest extends WhatsAppRig {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TEXT =
            "{\"messaging_product\":\"whatsapp\",\"to\":\"+49 (1512) 345-6789\",\"text\":{\"body\":\"h\u00e4 \\ud83d\\ude00\"}}";

    @Test
    void a_message_passes_byte_for_byte_and_counts_once() throws Exception {
        HttpResponse<String> reply = send(TEXT);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("facebook-api-version")).contains("v25.0");
        assertThat(received.get(0).target()).isEqualTo("/v25.0/" + NUMBER + "/messages");
        assertThat(received.get(0).body()).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(received.get(0).headers().first("Authorization")).contains("Bearer " + TOKEN);
        Occurrence counted = meter.settled().get(0);
        assertThat(reply.body()).contains(counted.reference().value());
        assertThat(counted.reading()).isEqualTo(new Reading.Messages(1));
        assertThat(counted.attribution().messageKind()).isEqualTo("text");
        assertThat(counted.attribution().subscriber()).isEqualTo("4915123456789");
        assertThat(counted.attribution().market()).isEqualTo("DE");
    }

    @ParameterizedTest
    @CsvSource({
        "image, image",
        "template, template",
        "interactive, interactive",
        "reaction, reaction",
        "contacts, contacts",
    })
    void every_type_has_its_kind(String type, String kind) throws Exception {
        send("{\"messaging_product\":\"whatsapp\",\"to\":\"15551234567\",\"type\":\"" + type + "\",\"" + type
                + "\":{\"id\":\"1\"}}");

        assertThat(meter.estimates().get(0).attribution().messageKind()).isEqualTo(kind);
        assertThat(meter.settled()).hasSize(1);
    }

    @Test
    void a_category_and_a_marketing_call_say_more_than_the_type() throws Exception {
        send(
                "{\"messaging_product\":\"whatsapp\",\"to\":\"1555123\",\"category\":\"utility\",\"text\":{\"body\":\"x\"}}");
        post(
                "/v25.0/" + NUMBER + "/marketing_messages",
                "application/json",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"1555123\",\"type\":\"template\",\"template\":{\"name\":\"t\"}}");

        assertThat(meter.settled())
                .extracting(seen -> seen.attribution().messageKind())
                .containsExactly("utility", "marketing_lite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.X\"}",
                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.X\","
                        + "\"typing_indicator\":{\"type\":\"text\"}}",
            })
    void receipts_are_free_even_without_credit(String receipt) throws Exception {
        meter.credits(0);

        HttpResponse<String> reply = send(receipt);

        assertThat(reply.body()).isEqualTo("{\"success\":true}");
        assertThat(meter.estimates()).isEmpty();
    }

    /** What looks like a receipt and may be a message is weighed; the reply says what it was. */
    @Test
    void a_message_does_not_hide_behind_a_receipt() throws Exception {
        meter.credits(0);

        HttpResponse<String> reply =
                send("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"w\","
                        + "\"to\":\"15551234567\",\"text\":{\"body\":\"x\"}}");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(received).isEmpty();
    }

    @Test
    void no_message_is_sent_by_a_get_that_means_post() throws Exception {
        meter.credits(0);
        String target = "/v25.0/" + NUMBER + "/messages?to=15551234567&text=%7B%22body%22%3A%22x%22%7D&method=post";

        HttpResponse<String> reply = call("GET", target, Map.of("Authorization", "Bearer " + Door.KEY), "");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/MESSAGES", "/m%65ssages", "/messages/", "/messages;x=1"})
    void other_spellings_of_the_path_are_weighed_too(String edge) throws Exception {
        meter.credits(0);

        assertThat(post("/v25.0/" + NUMBER + edge, "application/json", TEXT).statusCode())
                .isEqualTo(400);
        assertThat(received).isEmpty();
    }

    @Test
    void a_group_counts_once_until_its_statuses_tell_more() throws Exception {
        send("{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\",\"to\":\"Y2FwaV9ncm91cDox\","
                + "\"text\":{\"body\":\"x\"}}");

        Occurrence counted = meter.settled().get(0);
        assertThat(counted.reading()).isEqualTo(new Reading.Messages(1));
        assertThat(counted.attribution().subscriber()).isEmpty();
        assertThat(counted.attribution().market()).isEmpty();
    }

    @Test
    void somebody_without_a_number_is_known_by_an_id() throws Exception {
        send("{\"messaging_product\":\"whatsapp\",\"recipient\":\"FR.1349120865530274\",\"text\":{\"body\":\"x\"}}");

        assertThat(meter.settled().get(0).attribution().subscriber()).isEqualTo("FR.1349120865530274");
        assertThat(meter.settled().get(0).attribution().market()).isEqualTo("FR");
    }

    /** Brazilian numbers got a digit more: the platform's number is the person, the bot may go on with its own. */
    @Test
    void the_platforms_own_number_is_the_person() throws Exception {
        platform.answerNext(json("{\"contacts\":[{\"input\":\"5511987654321\",\"wa_id\":\"551187654321\"}],"
                + "\"messages\":[{\"id\":\"wamid.1\"}]}"));
        platform.answerNext(json("{\"messages\":[{\"id\":\"wamid.2\"}]}"));
        String message = "{\"messaging_product\":\"whatsapp\",\"to\":\"5511987654321\",\"text\":{\"body\":\"x\"}}";

        send(message);
        send(message);

        assertThat(meter.settled())
                .extracting(seen -> seen.attribution().subscriber())
                .containsExactly("551187654321", "551187654321");
    }

    @Test
    void the_token_may_stand_in_query_form_or_json() throws Exception {
        String form = "messaging_product=whatsapp&to=15551234567&text=%7B%22body%22%3A%22a+b%26%22%7D&access_token=";
        call("POST", "/v25.0/" + NUMBER + "/messages", Map.of("Content-Type", FORM), form + Door.KEY);
        call(
                "POST",
                "/" + NUMBER + "/messages?a=%20&access_token=" + Door.KEY + "&appsecret_proof=00",
                Map.of("Content-Type", "application/json"),
                TEXT);
        call(
                "POST",
                "/v25.0/" + NUMBER + "/messages",
                Map.of("Content-Type", "application/json"),
                "{\"access_token\": \"" + Door.KEY + "\" ," + TEXT.substring(1));

        assertThat(meter.settled()).hasSize(3);
        assertThat(new String(received.get(0).body(), StandardCharsets.UTF_8)).isEqualTo(form + TOKEN);
        assertThat(received.get(1).target())
                .matches("/" + NUMBER + "/messages\\?a=%20&access_token=" + TOKEN + "&appsecret_proof=[0-9a-f]{64}");
        assertThat(new String(received.get(2).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"access_token\": \"" + TOKEN + "\" ," + TEXT.substring(1));
        assertThat(received).noneSatisfy(request -> assertThat(
                        request.target() + request.headers() + new String(request.body(), StandardCharsets.UTF_8))
                .contains(Door.KEY));
    }

    @Test
    void a_partners_header_and_short_path_work_too() throws Exception {
        platform.answerNext(json("{\"messages\":[{\"id\":\"wamid.1\"}]}"));

        call("POST", "/messages", Map.of("D360-API-KEY", Door.KEY, "Content-Type", "application/json"), TEXT);

        assertThat(received.get(0).headers().first("D360-API-KEY")).contains(TOKEN);
        assertThat(meter.settled()).hasSize(1);
    }

    @Test
    void the_number_in_the_path_chooses_the_account() throws Exception {
        String other = connect("sales", OTHER_NUMBER, Map.of()).id();

        post("/v25.0/" + OTHER_NUMBER + "/messages", "application/json", TEXT);
        HttpResponse<String> nobody = post("/v25.0/999/messages", "application/json", TEXT);

        assertThat(meter.settled().get(0).attribution().account()).isEqualTo(other);
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(nobody.body()).contains("phoneNumberId is '999'", "\"code\":100");
    }

    @Test
    void what_sends_nothing_costs_nothing() throws Exception {
        HttpResponse<String> media = call("GET", "/v25.0/777", Map.of("Authorization", "Bearer " + Door.KEY), "");
        post(
                "/v25.0/" + NUMBER + "/media",
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n--b--\r\n");
        post("/v25.0/" + NUMBER + "/uploads", "application/octet-stream", "\u0000\u0001");

        assertThat(media.body()).contains("\"id\":\"777\"");
        assertThat(received).hasSize(3);
        assertThat(meter.estimates()).isEmpty();
    }

    @Test
    void what_the_platform_refuses_passes_and_costs_nothing() throws Exception {
        platform.answerNext(WhatsAppStandIn.error(429, 130429, "Rate limit hit"));
        platform.answerNext(json("{\"error\":{\"code\":131000}}"));

        HttpResponse<String> limited = send(TEXT);
        HttpResponse<String> odd = send(TEXT);
        HttpResponse<String> bad = send("{\"messaging_product\":\"whatsapp\"}");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.body()).contains("130429");
        assertThat(odd.statusCode()).isEqualTo(200);
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(meter.settled()).isEmpty();
        assertThat(meter.openHolds()).isZero();
    }

    @Test
    void an_accepted_message_whose_reply_cannot_be_read_counts() throws Exception {
        platform.answerNext(json("<html>"));

        send(TEXT);

        assertThat(meter.settled()).hasSize(1);
    }

    @Test
    void one_call_counts_one_message_whatever_the_reply_claims() throws Exception {
        platform.answerNext(json("{\"messages\":[" + "{\"id\":\"wamid.1\"},".repeat(999) + "{}]}"));

        send(TEXT);

        assertThat(meter.settled().get(0).reading()).isEqualTo(new Reading.Messages(1));
    }

    @Test
    void without_credit_nothing_is_sent_and_clients_do_not_try_again() throws Exception {
        meter.credits(0);

        HttpResponse<String> reply = send(TEXT);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains("\"type\":\"OAuthException\"", "\"is_transient\":false", "\"code\":131042")
                .contains("Not enough message credits left");
        assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v25.0, application/x-www-form-urlencoded, batch=%5B%5D, 400",
        "/, application/json, '{\"batch\":[{\"method\":\"POST\",\"relative_url\":\"1/messages\"}]}', 400",
        "/v25.0/106540352242922/messages, application/json, {broken, 400",
        "/v25.0/106540352242922/messages, text/plain, x, 400",
        "/v25.0/, text/plain, x, 400",
    })
    void what_cannot_be_weighed_is_refused_in_metas_shape(String target, String type, String body, int status)
            throws Exception {
        HttpResponse<String> reply = post(target, type, body);

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).startsWith("{\"error\":{\"message\":\"(#100) ");
        assertThat(received).isEmpty();
        assertThat(meter.estimates()).isEmpty();
    }

    @Test
    void an_unknown_key_is_an_invalid_token() throws Exception {
        HttpResponse<String> reply =
                call("POST", "/v25.0/" + NUMBER + "/messages", Map.of("Authorization", "Bearer nobody"), TEXT);

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).contains("\"code\":190").doesNotContain("nobody");
    }

    private static ChannelResponse json(String text) {
        return ChannelResponse.of(
                200, Headers.of("Content-Type", "application/json"), text.getBytes(StandardCharsets.UTF_8));
    }
}
