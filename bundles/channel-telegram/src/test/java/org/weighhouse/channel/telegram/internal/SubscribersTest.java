package org.weighhouse.channel.telegram.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Headers;

/** One person stays one, however he is spelled. */
class SubscribersTest {

    private static final String MESSAGE =
            "{\"message_id\":5,\"chat\":{\"id\":-1001234,\"type\":\"channel\",\"username\":\"AcmeNews\"}}";
    private static final String COPY = "{\"message_id\":6}";

    private final TelegramPlatform telegram = new TelegramPlatform(new Aliases());

    @ParameterizedTest
    @ValueSource(strings = {"@AcmeNews", "@acmenews", " @ACMENEWS ", "-1001234", "-0001001234", " -1001234", "garbage"})
    void the_chat_that_the_reply_tells_is_the_subscriber(String spelling) {
        Finding.Used used = used(send("sendMessage", spelling, "acc1"), MESSAGE);

        assertThat(used.attribution().subscriber()).isEqualTo("-1001234");
        assertThat(used.reference()).hasToString("-1001234:5");
    }

    @Test
    void a_chat_whose_number_was_told_before_has_it_where_the_reply_is_silent() {
        used(send("sendMessage", "@AcmeNews", "acc1"), MESSAGE);

        Call.Metered call = send("copyMessage", "@ACMEnews", "acc1");
        Finding.Used used = used(call, COPY);

        assertThat(call.request().attribution().subscriber()).isEqualTo("-1001234");
        assertThat(used.attribution().subscriber()).isEqualTo("-1001234");
        assertThat(used.reference()).hasToString("-1001234:6");
    }

    @Test
    void the_name_that_a_reply_tells_is_known_from_then_on_whatever_was_asked_for() {
        used(send("sendMessage", "-1001234", "acc1"), MESSAGE);

        assertThat(used(send("copyMessage", "@acmenews", "acc1"), COPY)
                        .attribution()
                        .subscriber())
                .isEqualTo("-1001234");
    }

    @ParameterizedTest
    @CsvSource({
        "@AcmeNews, @acmenews",
        "'  @AcmeNews', @acmenews",
        "+77, 77",
        "0077, 77",
        "' 77 ', 77",
        "-100123, -100123",
        "0, ''",
        "-0, ''",
        "12345678901234567890, ''",
        "7 7, ''",
        "@, ''",
        "@a b, ''",
        "\u0667\u0667, ''",
        "https://t.me/AcmeNews, ''",
    })
    void where_no_number_can_be_known_a_chat_has_one_spelling(String said, String subscriber) {
        Call.Metered call = send("copyMessage", said, "acc1");

        assertThat(call.request().attribution().subscriber()).isEqualTo(subscriber);
        assertThat(used(call, COPY).attribution().subscriber()).isEqualTo(subscriber);
    }

    @Test
    void what_one_account_knows_another_does_not() {
        used(send("sendMessage", "@AcmeNews", "acc1"), MESSAGE);

        assertThat(used(send("copyMessage", "@AcmeNews", "acc2"), COPY)
                        .attribution()
                        .subscriber())
                .isEqualTo("@acmenews");
    }

    @Test
    void a_name_that_changed_hands_stands_for_its_new_chat() {
        used(send("sendMessage", "@AcmeNews", "acc1"), MESSAGE);
        used(send("sendMessage", "@AcmeNews", "acc1"), MESSAGE.replace("1234", "9876"));

        assertThat(used(send("copyMessage", "@AcmeNews", "acc1"), COPY)
                        .attribution()
                        .subscriber())
                .isEqualTo("-1009876");
    }

    @Test
    void a_subscriber_that_the_bot_named_itself_stays() {
        Call call = telegram.classify(request("sendMessage", "{\"chat_id\":77}", "acc1")
                .withAttribution(Attribution.NONE.withSubscriber("u42")));

        assertThat(used((Call.Metered) call, MESSAGE).attribution().subscriber())
                .isEqualTo("u42");
    }

    @Test
    void a_gift_goes_to_a_person_and_its_reply_tells_nothing() {
        Call call = telegram.classify(request("sendGift", "{\"gift_id\":\"g\",\"user_id\":077e0}", "acc1"));
        Call right = telegram.classify(request("sendGift", "{\"gift_id\":\"g\",\"user_id\":77}", "acc1"));

        assertThat(call).isInstanceOf(Call.Refused.class);
        Finding.Used used = used((Call.Metered) right, "true");
        assertThat(used.attribution().subscriber()).isEqualTo("77");
        assertThat(used.reference().isNone()).isTrue();
    }

    private Call.Metered send(String method, String chat, String account) {
        return (Call.Metered) telegram.classify(request(method, "{\"chat_id\":\"" + chat + "\"}", account));
    }

    private static ChannelRequest request(String method, String json, String account) {
        return new ChannelRequest(
                "POST",
                "/botwh_key/" + method,
                "",
                Headers.of("Content-Type", "application/json"),
                json.getBytes(StandardCharsets.UTF_8),
                Attribution.NONE.with(Dimension.ACCOUNT, account),
                "");
    }

    private static Finding.Used used(Call.Metered call, String result) {
        byte[] body = ("{\"ok\":true,\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8);
        return (Finding.Used) call.reader().whole(new ReplyHead(200, Headers.NONE), body);
    }
}
