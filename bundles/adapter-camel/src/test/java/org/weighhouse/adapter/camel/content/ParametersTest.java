package org.weighhouse.adapter.camel.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
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

    @Test
    void the_query_goes_before_the_body_and_the_first_before_the_second() throws Exception {
        Parameters parameters =
                parameters("chat_id=1&chat_id=2", JSON, "{\"chat_id\":3,\"message_ids\":[1,2],\"message_ids\":[]}");

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
            assertThat(parameters("media=" + percent(list), "", "").count("media"))
                    .isEqualTo(count);
        }
    }

    @Test
    void a_list_in_json_that_ends_in_the_middle_is_refused() {
        assertThatThrownBy(() -> parameters("", JSON, "{\"media\":[1,2"))
                .isInstanceOf(Parameters.UnreadableException.class);
    }

    @Test
    void a_boundary_longer_than_the_standard_has_it_is_refused() {
        assertThatThrownBy(() -> parameters("", "multipart/form-data; boundary=" + "a".repeat(71), "--aaa"))
                .isInstanceOf(Parameters.UnreadableException.class);
    }

    @Test
    void a_field_is_not_found_in_the_name_of_a_file() throws Exception {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x; name=chat_id\"\r\n\r\n7\r\n--b--";

        assertThat(parameters("", "multipart/form-data; boundary=b", body).text("chat_id"))
                .isEmpty();
    }

    private static int jsonCount(String list) throws Parameters.UnsupportedTypeException {
        try {
            return parameters("", JSON, "{\"a\":\"\u00fc\",\"media\":" + list + "}")
                    .count("media");
        } catch (Parameters.UnreadableException e) {
            return -1;
        }
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
        assertTimeoutPreemptively(SOON, () -> {
            try {
                parameters("", type, body).count("media");
            } catch (Parameters.UnreadableException refused) {
                assertThat(type).isNotEqualTo(FORM);
            }
        });
    }

    @Property(tries = 200)
    void a_multipart_field_is_found_whatever_surrounds_it(
            @ForAll byte[] file, @ForAll @AlphaChars @StringLength(min = 1, max = 70) String boundary)
            throws Parameters.UnreadableException {
        String before = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n";
        String after = "\r\n--" + boundary + "\r\ncontent-disposition: form-data; name=\"chat_id\"\r\n\r\n-5\r\n--"
                + boundary + "--";
        String body = before + new String(file, StandardCharsets.ISO_8859_1) + after;

        Map<String, String> fields = Multipart.fields(
                "multipart/form-data; boundary=\"" + boundary + "\"",
                body.getBytes(StandardCharsets.ISO_8859_1),
                Set.of("chat_id"));

        assertThat(fields).containsEntry("chat_id", "-5");
    }

    private static Parameters parameters(String query, String type, String body)
            throws Parameters.UnreadableException, Parameters.UnsupportedTypeException {
        ChannelRequest request = new ChannelRequest(
                "POST",
                "/call",
                query,
                type.isEmpty() ? Headers.NONE : Headers.of("Content-Type", type),
                body.getBytes(StandardCharsets.UTF_8),
                Attribution.NONE,
                "");
        return Parameters.of(request, Set.of("chat_id", "media", "message_ids"));
    }
}
