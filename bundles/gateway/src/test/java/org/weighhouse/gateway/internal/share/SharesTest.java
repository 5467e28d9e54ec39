package org.weighhouse.gateway.internal.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY_WITH_DEFAULTS;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;
import org.weighhouse.gateway.internal.settings.Rate;

/** One who wants all of it, beside others who want a little. */
class SharesTest {

    private static final String OTHER = "wh_test_secret_0003";
    private static final Rate FAST = new Rate(100_000, 100_000);

    private final CountDownLatch finish = new CountDownLatch(1);
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void letGo() throws IOException {
        finish.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static GatewayFixture withOther(GatewayFixture gateway) {
        gateway.keys.put(OTHER, "key-3", new WorkspaceId("other"), Attribution.NONE);
        return gateway;
    }

    private Socket begin(GatewayFixture gateway, String request) throws IOException {
        Socket socket = gateway.connect();
        sockets.add(socket);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String statusOf(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static int status(GatewayFixture gateway, String key, String method) {
        return gateway.send(gateway.request("/telegram/bot" + key + "/" + method))
                .statusCode();
    }

    @Test
    void oneThatWaitsForASilentPlatformLeavesPlacesToOthers() throws Exception {
        CountDownLatch waiting = new CountDownLatch(8);
        FakeAdapter silent = new FakeAdapter("telegram", request -> answer(request, waiting));
        try (GatewayFixture gateway =
                withOther(new GatewayFixture(settings -> settings.maxInFlight(16, 64L << 20)).with(silent))) {
            List<Socket> calls = new ArrayList<>();
            // Two keys of a workspace, of which either wants all there is.
            for (String key : new String[] {KEY, KEY_WITH_DEFAULTS}) {
                for (int i = 0; i < 20; i++) {
                    calls.add(begin(gateway, "GET /telegram/bot" + key + "/silent HTTP/1.1\r\nHost: x\r\n\r\n"));
                }
            }
            assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();

            for (int i = 0; i < 20; i++) {
                assertThat(status(gateway, OTHER, "quick")).isEqualTo(200);
            }
            HttpResponse<String> own = gateway.send(gateway.request("/telegram/bot" + KEY + "/quick"));
            assertThat(own.statusCode()).isEqualTo(429);
            assertThat(own.headers().firstValue("retry-after")).isPresent();
            assertThat(own.body()).contains("\"ok\":false", "under way");
            HttpResponse<String> program = gateway.send(gateway.api("/api/v1/meters"));
            assertThat(program.statusCode()).isEqualTo(429);
            assertThat(program.body()).contains("too-many-requests");

            finish.countDown();
            assertThat(calls.stream().filter(call -> isAnswered(call, "200"))).hasSize(8);
            assertThat(gateway.send(gateway.request("/metrics")).body())
                    .containsPattern("weighhouse_gateway_limited_total\\{limit=\"places\"} 3[0-9]");
        }
    }

    private ChannelResponse answer(ChannelRequest request, CountDownLatch waiting) {
        if (request.path().endsWith("/silent")) {
            waiting.countDown();
            try {
                assertThat(finish.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        return FakeAdapter.json(200, "sent");
    }

    private static boolean isAnswered(Socket socket, String status) {
        try {
            return statusOf(socket).startsWith("HTTP/1.1 " + status);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void bodyOfAnUnknownKeyIsNotWaitedFor() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture().with(FakeAdapter.answering("telegram", "sent"))) {
            Socket unknown = begin(
                    gateway, "POST /telegram/botwh_nobody/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nabc");

            assertThat(statusOf(unknown)).startsWith("HTTP/1.1 401");
            letGo();
        }
    }

    @Test
    void strangersThatDripTheirBodiesKeepOutNobodyWithAKey() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(
                        settings -> settings.maxRequestBytes(100_000).maxInFlight(100, 400_000))
                .with(FakeAdapter.answering("telegram", "sent"))) {
            String almost = "x".repeat(15_000);
            String request = "POST /telegram/nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 16000\r\n\r\n" + almost;
            // An address has three eighths of the strangers' 256 KiB: so many of these, and no more.
            int most = 96 * 1024 / 16_000;
            List<Socket> dripping = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                dripping.add(begin(gateway, request));
            }
            awaitMetric(gateway, "weighhouse_gateway_stranger_bytes " + most * 16_000 + ".0");

            assertThat(statusOf(begin(gateway, request))).startsWith("HTTP/1.1 429");
            byte[] large = new byte[90_000];
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.send(gateway.request("/telegram/bot" + KEY + "/x")
                                        .POST(BodyPublishers.ofByteArray(large)))
                                .statusCode())
                        .isEqualTo(200);
            }
            dripping.getFirst().getOutputStream().write(new byte[1_000]);
            assertThat(statusOf(dripping.getFirst())).startsWith("HTTP/1.1 401");
            letGo();
        }
    }

    private static void awaitMetric(GatewayFixture gateway, String line) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String metrics;
        do {
            metrics = gateway.send(gateway.request("/metrics")).body();
        } while (!metrics.contains(line + "\n") && System.nanoTime() - deadline < 0);
        assertThat(metrics).contains(line + "\n");
    }

    @Test
    void keyInTheBodyIsFoundInASmallOne() throws Exception {
        FakeAdapter adapter = FakeAdapter.answering("telegram", "sent");
        try (GatewayFixture gateway = new GatewayFixture().with(adapter)) {
            String key = FakeAdapter.KEY_IN_BODY + KEY;

            HttpResponse<String> small =
                    gateway.send(gateway.request("/telegram/x").POST(BodyPublishers.ofString(key)));
            HttpResponse<String> large = gateway.send(
                    gateway.request("/telegram/x").POST(BodyPublishers.ofString(key + " ".repeat(20_000))));
            HttpResponse<String> wrong = gateway.send(gateway.request("/telegram/x")
                    .POST(BodyPublishers.ofString(FakeAdapter.KEY_IN_BODY + "wh_nobody")));
            HttpResponse<String> none = gateway.send(gateway.request("/telegram/x"));

            assertThat(small.statusCode()).isEqualTo(200);
            assertThat(adapter.requests().getFirst().body()).asString().isEqualTo(key);
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(large.body()).contains("16384", "Put a Weighhouse key");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(none.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoseKeyWasFoundInTheBodyIsNoStrangerAnyMore() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        FakeAdapter silent = new FakeAdapter("telegram", request -> answer(request, waiting));
        try (GatewayFixture gateway = new GatewayFixture().with(silent)) {
            String body = FakeAdapter.KEY_IN_BODY + KEY + " ".repeat(10_000);
            Socket call = begin(
                    gateway,
                    "POST /telegram/silent HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body);
            assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(gateway.send(gateway.request("/metrics")).body())
                    .contains("stranger_bytes 0.0\n", "in_flight_bytes " + body.length() + ".0\n");

            finish.countDown();
            assertThat(statusOf(call)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void keyThatHurriesIsToldWhenToComeBack() throws Exception {
        try (GatewayFixture gateway = withOther(new GatewayFixture(settings -> settings.paces(new Rate(10, 20), FAST))
                .with(FakeAdapter.answering("telegram", "sent")))) {
            for (int i = 0; i < 20; i++) {
                assertThat(status(gateway, KEY, "x")).isEqualTo(200);
            }

            HttpResponse<String> bot = gateway.send(gateway.request("/telegram/bot" + KEY + "/x"));
            assertThat(bot.statusCode()).isEqualTo(429);
            assertThat(bot.headers().firstValue("retry-after")).hasValue("1");
            assertThat(bot.body()).contains("\"ok\":false", "faster");
            assertThat(gateway.send(gateway.api("/api/v1/meters")).statusCode()).isEqualTo(429);
            assertThat(status(gateway, KEY_WITH_DEFAULTS, "x")).isEqualTo(200);
            assertThat(status(gateway, OTHER, "x")).isEqualTo(200);

            assertThat(gateway.watch.episodes(GatewayFixture.ACME))
                    .singleElement()
                    .satisfies(episode -> {
                        assertThat(episode.member()).isEqualTo("key-1");
                        assertThat(episode.requests()).isEqualTo(2);
                        assertThat(episode.why()).contains("faster");
                    });
            gateway.clock.move(Duration.ofSeconds(1));
            assertThat(status(gateway, KEY, "x")).isEqualTo(200);
        }
    }

    @Test
    void largeBodiesCountLikeManyRequests() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.paces(new Rate(10, 20), FAST))
                .with(FakeAdapter.answering("telegram", "sent"))) {
            byte[] large = new byte[15 * Pace.BYTES_A_CALL];
            assertThat(gateway.send(gateway.request("/telegram/bot" + KEY + "/x")
                                    .POST(BodyPublishers.ofByteArray(large)))
                            .statusCode())
                    .isEqualTo(200);

            for (int i = 0; i < 4; i++) {
                assertThat(status(gateway, KEY, "x")).isEqualTo(200);
            }
            HttpResponse<String> refused =
                    gateway.send(gateway.request("/telegram/bot" + KEY + "/x").POST(BodyPublishers.ofByteArray(large)));
            assertThat(refused.statusCode()).isEqualTo(429);
        }
    }

    @Test
    void whoIsALittleEarlyWaitsAndIsNotRefused() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(
                        settings -> settings.paces(new Rate(100, 1), new Rate(50, 1), Duration.ofMillis(50)))
                .with(FakeAdapter.answering("telegram", "sent"))) {
            assertThat(status(gateway, KEY, "x")).isEqualTo(200);
            assertThat(status(gateway, KEY, "x")).as("20 ms early").isEqualTo(200);
            assertThat(status(gateway, KEY, "x")).as("40 ms early").isEqualTo(200);

            // The clock of the test stands still, so the next one is 60 ms early.
            HttpResponse<String> refused = gateway.send(gateway.request("/telegram/bot" + KEY + "/x"));
            assertThat(refused.statusCode()).isEqualTo(429);
            gateway.clock.move(Duration.ofMillis(20));
            assertThat(status(gateway, KEY, "x")).isEqualTo(200);
        }
    }

    @Test
    void keysOfAWorkspaceHaveOnePaceTogether() throws Exception {
        try (GatewayFixture gateway = withOther(new GatewayFixture(settings -> settings.paces(FAST, new Rate(10, 20)))
                .with(FakeAdapter.answering("telegram", "sent")))) {
            for (int i = 0; i < 20; i++) {
                assertThat(status(gateway, i % 2 == 0 ? KEY : KEY_WITH_DEFAULTS, "x"))
                        .isEqualTo(200);
            }

            assertThat(status(gateway, KEY, "x")).isEqualTo(429);
            assertThat(status(gateway, KEY_WITH_DEFAULTS, "x")).isEqualTo(429);
            assertThat(status(gateway, OTHER, "x")).isEqualTo(200);
        }
    }

    @Test
    void addressWithManyConnectionsGetsNoMoreOfThem() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.maxConnections(80))) {
            String request = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
            for (int i = 0; i < 30; i++) {
                assertThat(statusOf(begin(gateway, request))).startsWith("HTTP/1.1 200");
            }

            assertThat(isRefused(gateway, request)).isTrue();

            sockets.removeFirst().close();
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (isRefused(gateway, request)) {
                assertThat(System.nanoTime() - deadline).isNegative();
            }
        }
    }

    /** Closed at once, with or without a reset. */
    private boolean isRefused(GatewayFixture gateway, String request) {
        try {
            return statusOf(begin(gateway, request)).isEmpty();
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void documentsAreSmall() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture()) {
            String filler = " ".repeat(Load.MAX_DOCUMENT_BYTES);

            assertThat(gateway.postJson("/api/v1/meters/message_credits/query", filler + "{}")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(gateway.postJson("/api/v1/reservations", filler + "{}").statusCode())
                    .isEqualTo(413);
            assertThat(gateway.postJson("/api/v1/events", filler + "[]").statusCode())
                    .isEqualTo(204);
        }
    }
}
