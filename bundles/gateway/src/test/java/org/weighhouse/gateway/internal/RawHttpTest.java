package org.weighhouse.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class RawHttpTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(400);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET  HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "POST /telegram/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /telegram/x HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /telegram/x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /telegram/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n"
            })
    void malformedHttpIsRefusedAndTheGatewayGoesOn(String request) throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.timeouts(SHORT, LONG))) {
            String answer = gateway.raw(request);

            assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|505) .*").doesNotContain("Jetty");
            assertThat(gateway.send(gateway.request("/health/live")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusalOfMalformedHttpIsAProblem() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture()) {
            assertThat(gateway.raw("NONSENSE\r\n\r\n"))
                    .contains("application/problem+json")
                    .contains("\"status\":400")
                    .doesNotContain("NONSENSE");
        }
    }

    @Test
    void headerThatIsTooLongIsRefused() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture()) {
            String answer = gateway.raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 431").contains("urn:weighhouse:problem:header-too-large");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT"})
    void methodsOfTheConnectionAreRefused(String method) throws Exception {
        try (GatewayFixture gateway = new GatewayFixture()) {
            String target = method.equals("CONNECT") ? "x:80" : "/telegram/x";
            String answer = gateway.raw(method + " " + target + " HTTP/1.1\r\nHost: x:80\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 405").contains("Allow: GET");
        }
    }

    @Test
    void serverDoesNotSayWhatItRunsOn() {
        try (GatewayFixture gateway = new GatewayFixture()) {
            assertThat(gateway.send(gateway.request("/")).headers().firstValue("server"))
                    .isEmpty();
        }
    }

    @Test
    void connectionIsKeptAfterARefusal() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture().with(FakeAdapter.answering("telegram", "fine"))) {
            String answer = gateway.raw("POST /telegram/botwh_no/x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
                    + "POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
                    + "GET /telegram/bot" + KEY + "/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .contains("HTTP/1.1 401", "HTTP/1.1 404", "HTTP/1.1 200")
                    .endsWith("fine");
        }
    }

    @Test
    void clientThatExpectsToContinueIsToldSoOnlyIfItsBodyIsWanted() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture().with(FakeAdapter.answering("telegram", "fine"))) {
            String head = " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: ";
            try (Socket socket = gateway.connect()) {
                write(socket, "POST /telegram/bot" + KEY + "/x" + head + "3\r\n\r\n");
                String interim = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
                assertThat(interim).isEqualTo("HTTP/1.1 100");
                write(socket, "abc");
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .contains("HTTP/1.1 200")
                        .endsWith("fine");
            }
            assertThat(gateway.raw("POST /telegram/bot" + KEY + "/x" + head + "99999999\r\n\r\n"))
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void bodyThatStallsIsRefused() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.timeouts(SHORT, LONG))
                .with(FakeAdapter.answering("telegram", "fine"))) {
            String answer =
                    gateway.raw("POST /telegram/bot" + KEY + "/x HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");

            assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:weighhouse:problem:too-slow");
        }
    }

    @Test
    void bodyThatTricklesIsRefused() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.timeouts(LONG, SHORT))
                        .with(FakeAdapter.answering("telegram", "fine"));
                Socket socket = gateway.connect()) {
            String head = "POST /telegram/bot" + KEY + "/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(trickle(socket)).contains("HTTP/1.1 408");
        }
    }

    @Test
    void headerThatTricklesLosesItsConnection() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.timeouts(LONG, SHORT));
                Socket socket = gateway.connect()) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(trickle(socket)).isEmpty();
        }
    }

    private static void write(Socket socket, String text) throws Exception {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends a byte now and then until the server answers or closes. */
    private static String trickle(Socket socket) throws Exception {
        InputStream in = socket.getInputStream();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (in.available() == 0 && System.nanoTime() - deadline < 0) {
            try {
                socket.getOutputStream().write('a');
                socket.getOutputStream().flush();
            } catch (java.io.IOException closed) {
                return "";
            }
            Thread.sleep(50);
        }
        byte[] answer = new byte[1_000];
        int count = in.read(answer);
        return new String(answer, 0, Math.max(count, 0), StandardCharsets.ISO_8859_1);
    }
}
