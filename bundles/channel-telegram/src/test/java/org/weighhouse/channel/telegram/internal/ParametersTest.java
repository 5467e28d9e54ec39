package org.weighhouse.channel.telegram.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Headers;

class ParametersTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LARGE = 16 * 1024 * 1024;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TelegramPlatform telegram = new TelegramPlatform();

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

    @Test
    void the_query_goes_before_the_body_and_the_first_before_the_second() throws Exception {
        Parameters parameters = Parameters.of(request(
                "copyMessages",
                "chat_id=1&chat_id=2",
                JSON,
                "{\"chat_id\":3,\"message_ids\":[1,2],\"message_ids\":[]}"));

        assertThat(parameters.text("chat_id")).isEqualTo("1");
        assertThat(parameters.count("message_ids")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"type\":\"photo\",\"caption\":\"\u00e4],[\"},{\"a\":[1,[2,3]]},4]|3",
                " [ 1 , 2 ] |2",
                "[]|1",
                "{\"a\":[1,2]}|1",
                "[1,2|1",
                "7|1",
                "\"[1,2]\"|2",
            })
    void elements_of_a_list_are_counted_wherever_it_stands(String list, int count) throws Exception {
        assertThat(jsonCount(list)).isEqualTo(list.equals("[1,2") ? -1 : count);
        if (!list.startsWith("\"")) {
            assertThat(Parameters.of(request("sendMediaGroup", "media=" + percent(list), "", ""))
                            .count("media"))
                    .isEqualTo(count);
        }
    }

    @Test
    void a_list_in_json_that_ends_in_the_middle_is_refused() {
        assertThatThrownBy(() -> Parameters.of(request("sendMediaGroup", "", JSON, "{\"media\":[1,2")))
                .isInstanceOf(Parameters.UnreadableException.class);
    }

    static Stream<Arguments> hostileBodies() {
        String line = "content-disposition:".repeat(400);
        return Stream.of(
                Arguments.of(FORM, "&".repeat(LARGE)),
                Arguments.of(FORM, "chat_id=" + "%41".repeat(LARGE / 3)),
                Arguments.of(JSON, "{\"media\":" + "[".repeat(LARGE)),
                Arguments.of(JSON, "{\"media\":[" + "1,".repeat(LARGE / 2) + "1]}"),
                Arguments.of("multipart/form-data; boundary=b", "\r\n--b".repeat(LARGE / 5)),
                Arguments.of("multipart/form-data; boundary=b", ("\r\n--b\r\n" + line + "\r\n\r\n").repeat(2000)),
                Arguments.of("multipart/form-data; boundary=" + "a".repeat(70), "-".repeat(2) + "a".repeat(LARGE)),
                Arguments.of("multipart/form-data; boundary=b", "--b\r\n" + "x".repeat(LARGE)));
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void hostile_bodies_are_done_with_soon(String type, String body) {
        ChannelRequest request = request("sendMediaGroup", "", type, body);

        assertTimeoutPreemptively(SOON, () -> telegram.classify(request));
    }

    @Test
    void a_boundary_longer_than_the_standard_has_it_is_refused() {
        assertThatThrownBy(() -> Parameters.of(
                        request("sendPhoto", "", "multipart/form-data; boundary=" + "a".repeat(71), "--aaa")))
                .isInstanceOf(Parameters.UnreadableException.class);
    }

    @Test
    void a_field_is_not_found_in_the_name_of_a_file() throws Exception {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x; name=chat_id\"\r\n\r\n7\r\n--b--";

        assertThat(Parameters.of(request("sendPhoto", "", "multipart/form-data; boundary=b", body))
                        .text("chat_id"))
                .isEmpty();
    }

    private static int jsonCount(String list) throws Parameters.UnsupportedTypeException {
        try {
            return Parameters.of(request("sendMediaGroup", "", JSON, "{\"a\":\"\u00fc\",\"media\":" + list + "}"))
                    .count("media");
        } catch (Parameters.UnreadableException e) {
            return -1;
        }
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
