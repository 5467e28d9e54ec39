package org.weighhouse.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class LimitsTest {

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);
    private final FakeAdapter slow = new FakeAdapter("telegram", any -> answerLate());

    private ChannelResponse answerLate() {
        inside.countDown();
        try {
            assertThat(finish.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return FakeAdapter.json(200, "late");
    }

    @Test
    void requestsBeyondTheLimitAreToldToRetry() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.maxInFlight(1, 64L << 20)).with(slow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> first =
                    threads.submit(() -> gateway.send(gateway.request("/telegram/bot" + KEY + "/x")));
            assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> bot = gateway.send(gateway.request("/telegram/bot" + KEY + "/x"));
            HttpResponse<String> program = gateway.send(gateway.api("/api/v1/meters"));
            HttpResponse<String> health = gateway.send(gateway.request("/health/live"));

            assertThat(bot.statusCode()).isEqualTo(503);
            assertThat(bot.headers().firstValue("retry-after")).isPresent();
            assertThat(bot.body()).contains("\"ok\":false");
            assertThat(program.statusCode()).isEqualTo(503);
            assertThat(program.headers().firstValue("retry-after")).isPresent();
            assertThat(health.statusCode()).isEqualTo(200);
            finish.countDown();
            assertThat(first.get(60, TimeUnit.SECONDS).body()).isEqualTo("late");
            // The place is free a moment after the last byte of the answer is out.
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                while (gateway.send(gateway.api("/api/v1/meters")).statusCode() != 200) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    @Test
    void bytesBeyondTheLimitAreToldToRetryAndAreGivenBack() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(
                                settings -> settings.maxRequestBytes(100_000).maxInFlight(100, 400_000))
                        .with(slow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            byte[] body = new byte[90_000];
            Future<HttpResponse<String>> first = threads.submit(() ->
                    gateway.send(gateway.request("/telegram/bot" + KEY + "/x").POST(BodyPublishers.ofByteArray(body))));
            assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> second =
                    gateway.send(gateway.request("/telegram/bot" + KEY + "/x").POST(BodyPublishers.ofByteArray(body)));

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("retry-after")).isPresent();
            assertThat(second.body()).contains("\"ok\":false");
            finish.countDown();
            assertThat(first.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            HttpResponse<String> third =
                    gateway.send(gateway.request("/telegram/bot" + KEY + "/x").POST(BodyPublishers.ofByteArray(body)));
            assertThat(third.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void clientsThatHangInTheirBodiesDoNotKeepOthersOut() throws Exception {
        finish.countDown();
        try (GatewayFixture gateway =
                new GatewayFixture(settings -> settings.maxRequestBytes(1 << 20).maxInFlight(4, 4L << 20)).with(slow)) {
            List<Socket> hanging = new ArrayList<>();
            String head = "POST /telegram/bot" + KEY + "/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nabc";
            for (int i = 0; i < 100; i++) {
                Socket socket = gateway.connect();
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                hanging.add(socket);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.send(gateway.request("/telegram/bot" + KEY + "/x"))
                                .statusCode())
                        .isEqualTo(200);
            }
            for (Socket socket : hanging) {
                socket.close();
            }
        }
    }

    @Test
    void stopLetsTheRequestsAtWorkFinish() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture().with(slow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> exchange =
                    threads.submit(() -> gateway.send(gateway.request("/telegram/bot" + KEY + "/x")));
            assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();
            Future<?> stopping = threads.submit(gateway::stop);
            Thread.sleep(200);
            assertThat(stopping.isDone()).isFalse();

            finish.countDown();

            assertThat(exchange.get(60, TimeUnit.SECONDS).body()).isEqualTo("late");
            stopping.get(60, TimeUnit.SECONDS);
        }
    }
}
