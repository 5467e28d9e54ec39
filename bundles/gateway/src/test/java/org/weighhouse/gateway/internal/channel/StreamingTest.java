package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class StreamingTest {

    private static final Headers SSE = Headers.of("Content-Type", "text/event-stream");

    @Test
    void eachFlushedPieceArrivesBeforeTheNextIsWritten() throws Exception {
        SynchronousQueue<String> pieces = new SynchronousQueue<>();
        FakeAdapter adapter =
                new FakeAdapter("openai", any -> new ChannelResponse(200, SSE, out -> relay(pieces, out)));
        try (GatewayFixture gateway = new GatewayFixture().with(adapter)) {
            var reply = gateway.client.sendAsync(
                    gateway.request("/openai/bot" + KEY + "/chat").build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(pieces.offer("data: 0\n", 60, TimeUnit.SECONDS)).isTrue();
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(reply.get(60, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("data: 0");
                for (int i = 1; i < 20; i++) {
                    assertThat(pieces.offer("data: " + i + "\n", 60, TimeUnit.SECONDS))
                            .isTrue();
                    assertThat(lines.readLine()).isEqualTo("data: " + i);
                }
                assertThat(pieces.offer("", 60, TimeUnit.SECONDS)).isTrue();
                assertThat(lines.readLine()).isNull();
            }
        }
    }

    private static void relay(SynchronousQueue<String> pieces, OutputStream out) throws IOException {
        try {
            for (String piece = pieces.take(); !piece.isEmpty(); piece = pieces.take()) {
                out.write(piece.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Test
    void modelThatThinksLongerThanTheIdleTimeoutIsWaitedFor() {
        Duration idle = Duration.ofSeconds(1);
        FakeAdapter adapter = new FakeAdapter("openai", any -> {
            pause(idle.multipliedBy(2));
            return new ChannelResponse(200, SSE, out -> {
                out.write("data: 1\n".getBytes());
                out.flush();
                pause(idle.multipliedBy(2));
                out.write("data: 2\n".getBytes());
            });
        });
        try (GatewayFixture gateway =
                new GatewayFixture(settings -> settings.timeouts(idle, Duration.ofSeconds(30))).with(adapter)) {
            HttpResponse<String> reply = gateway.send(gateway.request("/openai/bot" + KEY + "/chat"));

            assertThat(reply.body()).isEqualTo("data: 1\ndata: 2\n");
        }
    }

    @Test
    void writeThatBeginsAsTheIdleTimeoutIsReachedIsNotGivenUp() {
        Duration idle = Duration.ofMillis(500);
        String events = "data: 1\n".repeat(8);
        FakeAdapter adapter = new FakeAdapter(
                "openai",
                any -> new ChannelResponse(200, SSE, out -> {
                    for (int i = 0; i < 8; i++) {
                        pause(idle);
                        out.write("data: 1\n".getBytes());
                        out.flush();
                    }
                }));
        try (GatewayFixture gateway =
                new GatewayFixture(settings -> settings.timeouts(idle, Duration.ofSeconds(30))).with(adapter)) {
            HttpResponse<String> reply = gateway.send(gateway.request("/openai/bot" + KEY + "/chat"));

            assertThat(reply.body()).isEqualTo(events);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void readerThatStandsStillIsGivenUp() throws Exception {
        CountDownLatch givenUp = new CountDownLatch(1);
        FakeAdapter adapter = new FakeAdapter(
                "openai",
                any -> new ChannelResponse(200, SSE, out -> {
                    try {
                        for (int i = 0; i < 10_000; i++) {
                            out.write(new byte[64 * 1024]);
                            out.flush();
                        }
                    } catch (IOException gone) {
                        givenUp.countDown();
                        throw gone;
                    }
                }));
        try (GatewayFixture gateway = new GatewayFixture(
                                settings -> settings.timeouts(Duration.ofSeconds(1), Duration.ofSeconds(30)))
                        .with(adapter);
                Socket socket = gateway.connect()) {
            String request = "GET /openai/bot" + KEY + "/chat HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(givenUp.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void replyThatBreaksOffLaterDoesNotLookComplete() {
        FakeAdapter adapter = new FakeAdapter(
                "openai",
                any -> new ChannelResponse(200, SSE, out -> {
                    out.write("data: 1\n".getBytes());
                    out.flush();
                    throw new IOException("upstream went away");
                }));
        try (GatewayFixture gateway = new GatewayFixture().with(adapter)) {
            assertThatThrownBy(() -> gateway.send(gateway.request("/openai/bot" + KEY + "/chat")))
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void replyThatBreaksOffBeforeItsStartIsABadGateway() {
        FakeAdapter adapter = new FakeAdapter(
                "openai",
                any -> new ChannelResponse(200, SSE, out -> {
                    throw new IOException("upstream went away");
                }));
        try (GatewayFixture gateway = new GatewayFixture().with(adapter)) {
            HttpResponse<String> reply = gateway.send(gateway.request("/openai/bot" + KEY + "/chat"));

            assertThat(reply.statusCode()).isEqualTo(502);
            assertThat(reply.body()).contains("\"ok\":false");
        }
    }
}
