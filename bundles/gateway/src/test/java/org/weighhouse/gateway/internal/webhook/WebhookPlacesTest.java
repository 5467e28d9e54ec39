package org.weighhouse.gateway.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.SettingsForTests;
import org.weighhouse.gateway.internal.fake.FakeAdapter;
import org.weighhouse.gateway.internal.fake.FakeReceiver;
import org.weighhouse.gateway.internal.settings.Rate;
import org.weighhouse.gateway.internal.settings.WebhookSettings;

/** Webhooks and senders, each at the limit of their places and bytes while the others go on. */
class WebhookPlacesTest {

    private static final byte[] BODY = new byte[90_000];
    private static final WebhookSettings ONE_WEBHOOK = new WebhookSettings(100_000, 1, 400_000, new Rate(500, 500), 10);

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);

    private static SettingsForTests oneOfEach(SettingsForTests settings) {
        return settings.maxRequestBytes(100_000).maxInFlight(1, 400_000).webhooks(ONE_WEBHOOK);
    }

    private ChannelResponse answerLate() {
        inside.countDown();
        try {
            assertThat(finish.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return FakeAdapter.json(200, "late");
    }

    private static int post(GatewayFixture gateway, String path) {
        return gateway.send(gateway.request(path).POST(BodyPublishers.ofByteArray(BODY)))
                .statusCode();
    }

    @Test
    void floodOfWebhooksKeepsOutNoSenders() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(WebhookPlacesTest::oneOfEach)
                        .with(new FakeReceiver("telegram", any -> answerLate()))
                        .with(FakeAdapter.answering("telegram", "sent"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String address = gateway.webhook("telegram");
            Future<Integer> first = threads.submit(() -> post(gateway, address));
            assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> second = gateway.send(gateway.request(address));

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("retry-after")).isPresent();
            assertThat(post(gateway, address)).isEqualTo(429);
            assertThat(post(gateway, "/telegram/bot" + KEY + "/x")).isEqualTo(200);
            finish.countDown();
            assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    @Test
    void floodOfSendersKeepsOutNoWebhooks() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture(WebhookPlacesTest::oneOfEach)
                        .with(new FakeAdapter("telegram", any -> answerLate()))
                        .with(FakeReceiver.answering("telegram", "received"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String address = gateway.webhook("telegram");
            Future<Integer> first = threads.submit(() -> post(gateway, "/telegram/bot" + KEY + "/x"));
            assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(post(gateway, "/telegram/bot" + KEY + "/x")).isEqualTo(429);
            assertThat(post(gateway, address)).isEqualTo(200);
            finish.countDown();
            assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    @Test
    void receiverThatLeavesFinishesWhatItHas() throws Exception {
        FakeReceiver slow = new FakeReceiver("telegram", any -> answerLate());
        try (GatewayFixture gateway = new GatewayFixture().with(slow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String address = gateway.webhook("telegram");
            Future<Integer> exchange = threads.submit(() -> post(gateway, address));
            assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(gateway.served.receivers().remove(slow, Duration.ZERO)).isEqualTo(1);
            Future<Integer> next = threads.submit(() -> post(gateway, address));

            gateway.with(FakeReceiver.answering("telegram", "successor"));

            assertThat(next.get(60, TimeUnit.SECONDS)).isEqualTo(200);
            finish.countDown();
            assertThat(exchange.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }
}
