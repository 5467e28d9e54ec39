package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.simulator.upstream.ReceivedRequest;

class PassThroughTest {

    private static final byte[] NOTHING = new byte[0];

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//double//slash/",
                "/a/./b/../c",
                "/a/%2e%2E/%2F/%25",
                "/%C3%A4%F0%9F%98%80?q=%C3%A4+b&&=&x",
                "/a;b=c;d/e,f:g@h!$&'()*=~?a=b?c/d",
                "/simple${body}/{{x}}?a=${header.b}&RAW(x)&bridgeEndpoint=false",
                "/%7Bx%7D|^`?x=[1]&y={2}"
            })
    void path_and_query_arrive_exactly_as_sent(String target) {
        rig.answerNext(200, "ok");

        assertThat(Rig.text(rig.get(target))).isEqualTo("ok");

        assertThat(rig.received.get(0).target()).isEqualTo(target);
    }

    @Test
    void header_fields_arrive_as_they_were_sent() {
        Headers sent = Headers.of("X-Many", "1")
                .and("x-other", "a, b")
                .and("X-MANY", "[2, 3]")
                .and("X-Empty", "")
                .and("Content-Type", "application/JSON ; charset=\"UTF-8\"")
                .and("Cookie", "a=b; c=d")
                .and("X-Key", "wh_key")
                .and("X-Many", "1");
        rig.answerNext(200, "ok");

        Rig.body(rig.send("POST", "/free", sent, "{}".getBytes(StandardCharsets.UTF_8)));

        List<Headers.Field> expected = sent.fields().stream()
                .map(field -> field.is("X-Key") ? new Headers.Field("X-Key", "credential-of-main") : field)
                .toList();
        assertThat(endToEnd(rig.received.get(0)))
                .filteredOn(field -> !field.is("Content-Length"))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void nothing_is_added_to_a_bare_request() {
        rig.answerNext(200, "ok");

        Rig.body(rig.get("/free"));

        assertThat(endToEnd(rig.received.get(0))).isEmpty();
        assertThat(rig.received.get(0).body()).isEmpty();
    }

    @Test
    void hop_by_hop_fields_end_here() {
        rig.answerNext(200, "ok");

        Headers hop = Headers.of("Connection", "X-Mine").and("X-Mine", "1").and("TE", "trailers");
        Rig.body(rig.send("GET", "/free", hop, NOTHING));

        assertThat(endToEnd(rig.received.get(0))).isEmpty();
    }

    @Test
    void reply_fields_come_back_as_they_were_sent() {
        Headers sent = Headers.of("Set-Cookie", "a=1; Path=/")
                .and("X-Odd", "[1, 2]")
                .and("Set-Cookie", "b=2")
                .and("Content-Type", "application/x-java-serialized-object")
                .and("x-request-id", "req_1");
        rig.answerNext(203, sent, "body".getBytes(StandardCharsets.UTF_8));

        ChannelResponse reply = rig.get("/free");

        assertThat(reply.status()).isEqualTo(203);
        assertThat(reply.headers().fields())
                .filteredOn(field -> !field.is("Date") && !field.is("Content-Length"))
                .containsExactlyElementsOf(sent.fields());
        assertThat(Rig.text(reply)).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "GET"})
    void a_body_of_a_megabyte_arrives_unchanged(String method) {
        byte[] body = new byte[1024 * 1024];
        new Random(1).nextBytes(body);
        rig.answerNext(200, Headers.NONE, body);

        ChannelResponse reply = rig.send(method, "/free", Headers.of("Content-Type", "x/y"), body);

        assertThat(rig.received.get(0).method()).isEqualTo(method);
        assertThat(rig.received.get(0).body()).isEqualTo(body);
        assertThat(Rig.body(reply)).isEqualTo(body);
    }

    @Test
    void redirects_and_cookies_are_the_clients_business() {
        rig.answerNext(302, Headers.of("Location", "/other").and("Set-Cookie", "s=1"), NOTHING);
        rig.answerNext(200, "ok");

        ChannelResponse first = rig.get("/free");
        Rig.body(first);
        Rig.body(rig.get("/free"));

        assertThat(first.status()).isEqualTo(302);
        assertThat(first.headers().first("Location")).hasValue("/other");
        assertThat(rig.received).hasSize(2);
        assertThat(endToEnd(rig.received.get(1))).isEmpty();
    }

    @Test
    void a_compressed_reply_passes_compressed_and_is_still_read() throws IOException {
        byte[] compressed = gzip("event-7");
        rig.answerNext(200, Headers.of("Content-Encoding", "gzip"), compressed);
        rig.answerNext(200, Headers.of("Content-Encoding", "gzip"), compressed);

        ChannelResponse weighed = rig.send("GET", "/weigh", Headers.of("Accept-Encoding", "gzip, br"), NOTHING);
        ChannelResponse free = rig.send("GET", "/free", Headers.of("Accept-Encoding", "gzip, br"), NOTHING);

        assertThat(rig.received.get(0).headers().first("Accept-Encoding")).hasValue("identity");
        assertThat(rig.received.get(1).headers().first("Accept-Encoding")).hasValue("gzip, br");
        assertThat(Rig.body(weighed)).isEqualTo(compressed);
        assertThat(Rig.body(free)).isEqualTo(compressed);
        assertThat(free.headers().first("Content-Encoding")).hasValue("gzip");
        assertThat(rig.meter.settled().get(0).reference()).hasToString("event-7");
    }

    @Test
    void replies_without_a_body_pass() {
        rig.answerNext(204, Headers.NONE, NOTHING);
        rig.answerNext(304, Headers.of("ETag", "\"1\""), NOTHING);

        assertThat(Rig.body(rig.get("/free"))).isEmpty();
        ChannelResponse unchanged = rig.get("/free");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.headers().first("ETag")).hasValue("\"1\"");
        assertThat(Rig.body(unchanged)).isEmpty();
    }

    /** What came in, without what belongs to the connection. */
    private static List<Headers.Field> endToEnd(ReceivedRequest request) {
        List<String> hop = List.of("host", "connection");
        return request.headers()
                .without(field -> hop.contains(field.name().toLowerCase(Locale.ROOT)))
                .fields();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
