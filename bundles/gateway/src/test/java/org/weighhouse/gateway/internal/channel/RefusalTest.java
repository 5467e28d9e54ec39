package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class RefusalTest {

    private static final int LIMIT = 100_000;

    private final FakeAdapter telegram = FakeAdapter.answering("telegram", "{\"ok\":true}");
    private final GatewayFixture gateway =
            new GatewayFixture(settings -> settings.maxRequestBytes(LIMIT)).with(telegram);

    @AfterEach
    void close() {
        gateway.close();
    }

    private void assertRefused(HttpResponse<String> reply, int status) {
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).contains("\"error_code\":" + status).doesNotContain(KEY);
        assertThat(telegram.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/telegram/botwh_unknown/sendMessage",
                "/telegram/sendMessage",
                "/telegram",
                "/telegram/",
                "/telegram/botwh_old/visitor/v1/x"
            })
    void unknownKeySpeaksThePlatformsShape(String path) {
        assertRefused(gateway.send(gateway.request(path)), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CamelHttpUri", "camelhttppath", "CAMEL-Exec", "camel", "org.apache.camel.X", "Org.Apache.Camel"
            })
    void camelHeadersAreRefused(String name) {
        assertRefused(gateway.send(gateway.request("/telegram/bot" + KEY + "/x").header(name, "evil")), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign=%0Aevil", "campaign=%C3", "flow=%7F", "account=%ff", "account=%00"})
    void badMatrixParameterIsRefused(String parameter) {
        assertRefused(gateway.send(gateway.request("/telegram;" + parameter + "/bot" + KEY + "/x")), 400);
    }

    @Test
    void matrixParametersThatAreTooLongAreRefused() {
        for (String parameter : new String[] {"flow=" + "x".repeat(129), "account=" + "x".repeat(65)}) {
            assertRefused(gateway.send(gateway.request("/telegram;" + parameter + "/bot" + KEY + "/x")), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/chat/completions/.",
                "/chat/..",
                "/../x",
                "/a/./b",
                "/%2e",
                "/%2E./x",
                "/.%2e",
                "/a/%252e%252E/b",
                "/a/%25252e",
                "/..;x=1/b",
                "/.%3bx/b",
                "/a//b",
                "//a",
                "/;a/b",
                "/a%2Fb",
                "/a%2fb",
                "/a%252Fb",
                "/a%5Cb",
                "/a\\..\\b",
                "/%2525252525252e"
            })
    void pathsThatSomebodyCouldReadInAnotherWayAreNotFoundInThePlatformsShape(String path) throws Exception {
        String answer =
                gateway.raw("POST /telegram/bot" + KEY + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("\"error_code\":404");
        assertThat(telegram.requests()).isEmpty();
    }

    @Test
    void bodyAnnouncedTooLongIsRefused() {
        assertRefused(
                gateway.send(gateway.request("/telegram/bot" + KEY + "/x")
                        .POST(BodyPublishers.ofByteArray(new byte[LIMIT + 1]))),
                413);
    }

    @Test
    void bodyThatGrowsTooLongIsRefused() {
        byte[] body = new byte[3 * LIMIT];
        assertRefused(
                gateway.send(gateway.request("/telegram/bot" + KEY + "/x")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))),
                413);
    }

    @Test
    void bodyOfExactlyTheLimitPasses() {
        for (boolean announced : new boolean[] {true, false}) {
            byte[] body = new byte[LIMIT];
            var publisher = announced
                    ? BodyPublishers.ofByteArray(body)
                    : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
            assertThat(gateway.send(gateway.request("/telegram/bot" + KEY + "/x")
                                    .POST(publisher))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(telegram.requests())
                .allSatisfy(request -> assertThat(request.body()).hasSize(LIMIT));
    }

    @Test
    void bodyWithBrokenChunksIsRefused() throws Exception {
        String answer = gateway.raw("POST /telegram/bot" + KEY + "/x HTTP/1.1\r\nHost: x\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(telegram.requests()).isEmpty();
    }

    @Test
    void fullLedgerIsUnavailable() {
        gateway.with(new FakeAdapter("openai", any -> {
            throw new LedgerUnavailableException("disk full");
        }));

        HttpResponse<String> reply = gateway.send(gateway.request("/openai/bot" + KEY + "/x"));

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.headers().firstValue("retry-after")).isPresent();
        assertThat(reply.body()).contains("\"ok\":false");
    }

    @Test
    void catalogThatIsAwayIsUnavailable() {
        gateway.neighbours.keys().empty(gateway.keys);

        HttpResponse<String> reply = gateway.send(gateway.request("/telegram/bot" + KEY + "/x"));

        assertRefused(reply, 503);
    }

    @Test
    void failureOfAnAdapterIsAnInternalErrorThatTellsNothing() {
        gateway.with(new FakeAdapter("openai", FailingReply::fail));

        HttpResponse<String> reply = gateway.send(gateway.request("/openai/bot" + KEY + "/x"));

        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).contains("urn:weighhouse:problem:internal").doesNotContain(KEY);
    }

    /** An exception whose message quotes the address, as those of HTTP clients do. */
    private static final class FailingReply {
        static ChannelResponse fail(org.weighhouse.api.channel.ChannelRequest request) {
            throw new IllegalStateException("cannot reach " + request.path());
        }
    }

    @Test
    void logTellsOfRefusalsButNoSecrets() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            gateway.with(new FakeAdapter("openai", FailingReply::fail));
            gateway.send(gateway.request("/telegram/botwh_unknown_secret/x?token=query_secret")
                    .header("X-Api-Key", "header_secret"));
            gateway.send(gateway.request("/telegram/bot" + KEY + "/x").header("camelX", "header_secret"));
            gateway.send(gateway.request("/path_secret/x"));
            gateway.send(gateway.request("/openai/bot" + KEY + "/x"));
            // A request is logged after it was answered; stopping waits for the last one.
            gateway.stop();
        } finally {
            System.setErr(before);
        }
        String text = log.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains("Refused channel=telegram method=GET status=401 reason=unknown-key key=unknown")
                .contains("Refused channel=telegram method=GET status=400 reason=malformed")
                .contains("Refused channel=unknown method=GET status=404 reason=not-found")
                .contains("key=key-1")
                .contains("java.lang.IllegalStateException")
                .doesNotContain("secret");
    }
}
