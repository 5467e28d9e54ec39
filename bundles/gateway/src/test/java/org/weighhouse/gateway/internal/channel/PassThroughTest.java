package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.ACME;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY_WITH_DEFAULTS;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class PassThroughTest {

    private final FakeAdapter telegram = FakeAdapter.answering("telegram", "{\"ok\":true}");
    private final GatewayFixture gateway = new GatewayFixture().with(telegram);

    @AfterEach
    void close() {
        gateway.close();
    }

    private ChannelRequest received() {
        assertThat(telegram.requests()).hasSize(1);
        return telegram.requests().getFirst();
    }

    @Test
    void bodyReachesTheAdapterByteForByte() {
        byte[] body = new byte[300_000];
        new Random(1).nextBytes(body);

        HttpResponse<String> reply = gateway.send(
                gateway.request("/telegram/bot" + KEY + "/sendPhoto").POST(BodyPublishers.ofByteArray(body)));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"ok\":true}");
        assertThat(received().body()).isEqualTo(body);
        assertThat(received().method()).isEqualTo("POST");
        assertThat(telegram.callers()).containsExactly(new Caller.Key(ACME, "key-1"));
    }

    @Test
    void chunkedBodyOfUnknownLengthReachesTheAdapterWhole() throws Exception {
        byte[] body = new byte[100_001];
        new Random(2).nextBytes(body);
        var request = gateway.request("/telegram/bot" + KEY + "/x")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)));

        assertThat(gateway.send(request).statusCode()).isEqualTo(200);
        assertThat(received().body()).isEqualTo(body);
        assertThat(received().headers().first("Transfer-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/send%4Dessage",
                "/a/b/",
                "/a;x=1/b;y",
                "/...",
                "/.well-known/x",
                "/a..b/.c/d.",
                "/100%25",
                "/a+b",
                "/%E4%BD%A0",
                "/~user:x@y"
            })
    void pathAfterTheFirstSegmentIsNotTouched(String path) throws Exception {
        String answer =
                gateway.raw("GET /telegram/bot" + KEY + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(received().path()).isEqualTo("/bot" + KEY + path);
    }

    @Test
    void queryIsNotTouched() throws Exception {
        gateway.raw("GET /telegram/bot" + KEY + "/getMe?a=%20b&&c=1%2B1?x=/y HTTP/1.1\r\nHost: x\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(received().query()).isEqualTo("a=%20b&&c=1%2B1?x=/y");
    }

    @Test
    void requestHeadersPassButForThoseOfTheConnection() throws Exception {
        String answer = gateway.raw(
                "GET /telegram/bot" + KEY + "/getMe HTTP/1.1\r\nHost: x\r\nConnection: close, X-Mine, Upgrade\r\n"
                        + "X-Mine: 1\r\nKeep-Alive: 5\r\nTE: trailers\r\nUpgrade: h2c\r\nProxy-Authorization: no\r\n"
                        + "X-Other: a\r\nx-other: b\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(received().headers().fields())
                .extracting(Headers.Field::name)
                .doesNotContain("Connection", "X-Mine", "Keep-Alive", "TE", "Upgrade", "Proxy-Authorization");
        assertThat(received().headers().fields().stream().filter(field -> field.is("x-other")))
                .extracting(Headers.Field::value)
                .containsExactly("a", "b");
    }

    @Test
    void attributionComesFromBaggageThenMatrixThenTheKey() {
        gateway.send(
                gateway.request("/telegram;campaign=m;flow=welcome%20flow;unknown=1/bot" + KEY_WITH_DEFAULTS + "/x")
                        .header("baggage", "campaign=spring%20sale;p=1, subscriber = u42 ,trace=7"));

        assertThat(received().attribution().campaign()).isEqualTo("spring sale");
        assertThat(received().attribution().automationFlow()).isEqualTo("welcome flow");
        assertThat(received().attribution().subscriber()).isEqualTo("u42");
        assertThat(received().headers().first("baggage")).contains("trace=7");
    }

    @Test
    void keysDefaultsFillWhatTheRequestDoesNotSay() {
        gateway.send(gateway.request("/telegram/bot" + KEY_WITH_DEFAULTS + "/x").header("baggage", "flow=f"));

        assertThat(received().attribution().campaign()).isEqualTo("always");
        assertThat(received().attribution().automationFlow()).isEqualTo("f");
        assertThat(received().headers().first("baggage")).isEmpty();
    }

    @Test
    void replyHeadersPassButForThoseOfTheConnection() {
        Headers headers = new Headers(Stream.of(
                        "x-request-id: r1",
                        "Date: Mon, 23 Nov 2026 00:00:00 GMT",
                        "Set-Cookie: a=1",
                        "Set-Cookie: b=2",
                        "Connection: x-hop",
                        "x-hop: 1",
                        "Keep-Alive: 1",
                        "CamelHttpPath: /secret")
                .map(line -> line.split(": ", 2))
                .map(parts -> new Headers.Field(parts[0], parts[1]))
                .toList());
        gateway.with(new FakeAdapter("openai", any -> ChannelResponse.of(418, headers, new byte[] {1, 2, 3})));

        HttpResponse<String> reply = gateway.send(gateway.request("/openai/bot" + KEY + "/x"));

        assertThat(reply.statusCode()).isEqualTo(418);
        assertThat(reply.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(reply.headers().allValues("date")).containsExactly("Mon, 23 Nov 2026 00:00:00 GMT");
        assertThat(reply.headers().firstValue("x-request-id")).contains("r1");
        assertThat(reply.headers().map()).doesNotContainKeys("x-hop", "keep-alive", "camelhttppath", "server");
    }

    @Test
    void contentLengthOfTheAdapterIsKept() {
        Headers headers = Headers.of("Content-Length", "5");
        gateway.with(new FakeAdapter(
                "openai",
                any -> new ChannelResponse(200, headers, out -> {
                    out.write("he".getBytes());
                    out.flush();
                    out.write("llo".getBytes());
                })));

        HttpResponse<String> reply = gateway.send(gateway.request("/openai/bot" + KEY + "/x"));

        assertThat(reply.body()).isEqualTo("hello");
        assertThat(reply.headers().firstValue("content-length")).contains("5");
        assertThat(reply.headers().firstValue("transfer-encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HEAD,200,5", "GET,204,"})
    void repliesWithoutABodyPass(String method, int status, String length) {
        Headers headers = length == null ? Headers.NONE : Headers.of("Content-Length", length);
        gateway.with(new FakeAdapter("openai", any -> new ChannelResponse(status, headers, out -> {})));

        HttpResponse<String> reply =
                gateway.send(gateway.request("/openai/bot" + KEY + "/x").method(method, BodyPublishers.noBody()));

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("content-length").orElse(null)).isEqualTo(length);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void methodsUnknownToUsReachTheAdapter() throws Exception {
        gateway.raw("PROPFIND /telegram/bot" + KEY + "/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(received().method()).isEqualTo("PROPFIND");
    }
}
