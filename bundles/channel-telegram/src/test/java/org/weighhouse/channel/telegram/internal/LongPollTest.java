package org.weighhouse.channel.telegram.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Headers;

class LongPollTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TelegramPlatform telegram = new TelegramPlatform(new Aliases());

    @ParameterizedTest
    @CsvSource({
        "timeout=30, true",
        "timeout=007, true",
        "timeout=30.5, true",
        "timeout=99999999999999999999, true",
        "time%6Fut=30, true",
        "timeout=30&timeout=0, true",
        "timeout=0&timeout=30, false",
        "timeout=0, false",
        "timeout=-30, false",
        "timeout=soon, false",
        "timeout=, false",
        "timeout, false",
        "'', false",
        "&&=&=30, false",
        "limit=100, false",
    })
    void get_updates_waits_if_its_timeout_says_so(String text, boolean waits) {
        assertThat(telegram.mayWait(request("getUpdates", text, "", ""))).isEqualTo(waits);
        assertThat(telegram.mayWait(request("GETUPDATES", "", FORM, text))).isEqualTo(waits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"timeout\":30}|true",
                "{\"timeout\":\"30\"}|true",
                "{\"offset\":1,\"allowed_updates\":[\"message\",{\"timeout\":9}],\"timeout\":50}|true",
                "{\"timeout\":30,\"timeout\":0}|true",
                "{\"allowed_updates\":{\"timeout\":30}}|false",
                "{\"timeout\":0}|false",
                "{\"timeout\":-1}|false",
                "{\"timeout\":null}|false",
                "{\"timeout\":true}|false",
                "{\"timeout\":[30]}|false",
                "{}|false",
                // What cannot be read here may be read there.
                "{\"timeout\":30|true",
                "[30]|true",
                "30|true",
            })
    void get_updates_may_say_so_in_json(String body, boolean waits) {
        assertThat(telegram.mayWait(request("getUpdates", "", JSON, body))).isEqualTo(waits);
    }

    @Test
    void only_get_updates_waits() {
        String multipart = "--b\r\nContent-Disposition: form-data; name=\"timeout\"\r\n\r\n30\r\n--b--";

        assertThat(telegram.mayWait(request("getUpdates", "", "multipart/form-data; boundary=b", multipart)))
                .isTrue();
        assertThat(telegram.mayWait(request("getUpdates", "timeout=0", "text/plain", "x")))
                .isTrue();
        assertThat(telegram.mayWait(request("sendMessage", "timeout=30", "", "")))
                .isFalse();
        assertThat(telegram.mayWait(request("getUpdates/", "timeout=30", "", "")))
                .isFalse();
        assertThat(telegram.mayWait(new ChannelRequest(
                        "GET", "/file/botk/getUpdates", "timeout=30", Headers.NONE, new byte[0], Attribution.NONE, "")))
                .isFalse();
    }

    private static ChannelRequest request(String method, String query, String type, String body) {
        return new ChannelRequest(
                "POST",
                "/botwh_key/" + method,
                query,
                type.isEmpty() ? Headers.NONE : Headers.of("Content-Type", type),
                body.getBytes(StandardCharsets.UTF_8),
                Attribution.NONE,
                "");
    }
}
