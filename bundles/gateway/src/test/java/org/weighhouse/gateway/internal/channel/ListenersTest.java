package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

/** Streams and long polls that idle, beside senders that do not. */
class ListenersTest {

    private static final int LISTENERS = 2_000;

    /** So many that a key's share of them, three eighths, is that many. */
    private static final int STREAMS = 5_332;

    private final CountDownLatch finish = new CountDownLatch(1);
    private final CountDownLatch polling = new CountDownLatch(LISTENERS / 2);
    private final AtomicInteger abandoned = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void letGo() throws IOException {
        finish.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private ChannelResponse answer(ChannelRequest request) {
        if (request.path().endsWith("/stream")) {
            return stream(out -> {
                begin(out);
                await(finish);
                out.write("end".getBytes(StandardCharsets.US_ASCII));
            });
        }
        if (request.path().endsWith("/poll")) {
            polling.countDown();
            await(finish);
        }
        return FakeAdapter.json(200, "sent");
    }

    private ChannelResponse stream(ChannelResponse.Body body) {
        ChannelResponse.Body watched = new ChannelResponse.Body() {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                body.writeTo(out);
            }

            @Override
            public void abandon() {
                abandoned.incrementAndGet();
            }
        };
        return new ChannelResponse(200, Headers.of("Content-Type", "text/event-stream"), watched, true);
    }

    private static void begin(OutputStream out) throws IOException {
        out.write("begin\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Socket ask(GatewayFixture gateway, String method) throws IOException {
        Socket socket = gateway.connect();
        sockets.add(socket);
        String request = "GET /webchat/bot" + KEY + "/" + method + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static BufferedReader linesOf(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void thousandsOfIdleListenersKeepOutNobodyButFurtherListeners() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(
                        settings -> settings.maxInFlight(4, 64L << 20).maxStreams(STREAMS))
                .with(new FakeAdapter("webchat", this::answer))
                .with(FakeAdapter.answering("telegram", "sent"))) {
            for (int i = 0; i < LISTENERS / 2; i++) {
                ask(gateway, "poll");
                assertThat(linesOf(ask(gateway, "stream")).readLine()).isEqualTo("HTTP/1.1 200 OK");
            }
            await(polling);

            for (String channel : new String[] {"webchat", "telegram"}) {
                for (int i = 0; i < 20; i++) {
                    assertThat(gateway.send(gateway.request("/" + channel + "/bot" + KEY + "/x"))
                                    .body())
                            .isEqualTo("sent");
                }
            }
            assertThat(linesOf(ask(gateway, "stream")).readLine()).startsWith("HTTP/1.1 429");
            assertThat(abandoned).hasValue(1);
            assertThat(linesOf(ask(gateway, "poll")).readLine()).startsWith("HTTP/1.1 429");
            assertMetrics(gateway, LISTENERS);

            finish.countDown();
            for (Socket socket : sockets) {
                socket.getInputStream().readAllBytes();
            }
            assertMetrics(gateway, 0);
        }
    }

    private static void assertMetrics(GatewayFixture gateway, int streams) {
        String expected = "weighhouse_gateway_streams{channel=\"webchat\"} " + streams + ".0\n";
        assertThat(metricsUntil(gateway, expected)).contains(expected, "weighhouse_gateway_in_flight 0.0\n");
    }

    /** A place is given back just after the client has everything. */
    private static String metricsUntil(GatewayFixture gateway, String expected) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String metrics;
        do {
            metrics = gateway.send(gateway.request("/metrics")).body();
        } while (!metrics.contains(expected) && System.nanoTime() - deadline < 0);
        return metrics;
    }

    @Test
    void placesOfClientsThatVanishAreGivenBack() throws Exception {
        CountDownLatch vanished = new CountDownLatch(1);
        FakeAdapter adapter = new FakeAdapter(
                "webchat",
                any -> stream(out -> {
                    begin(out);
                    await(vanished);
                    while (true) {
                        begin(out);
                    }
                }));
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.maxStreams(4)).with(adapter)) {
            for (int i = 0; i < 2; i++) {
                assertThat(linesOf(ask(gateway, "stream")).readLine()).isEqualTo("HTTP/1.1 200 OK");
            }
            assertThat(linesOf(ask(gateway, "stream")).readLine()).startsWith("HTTP/1.1 429");
            assertMetrics(gateway, 2);

            letGo();
            vanished.countDown();

            assertMetrics(gateway, 0);
        }
    }
}
