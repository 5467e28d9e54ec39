package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class AdapterSwapTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void replacingAnAdapterUnderLoadLosesNoRequest() throws Exception {
        AtomicInteger afterLeaving = new AtomicInteger();
        try (GatewayFixture gateway = new GatewayFixture();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicBoolean stop = new AtomicBoolean();
            Guarded current = new Guarded(afterLeaving);
            gateway.with(current.adapter);
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(senders.submit(() -> sendUntil(stop, gateway)));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.adapters.remove(current.adapter, LONG)).isZero();
                current.left.set(true);
                Thread.sleep(5);
                current = new Guarded(afterLeaving);
                gateway.with(current.adapter);
                Thread.sleep(10);
            }
            stop.set(true);
            int sent = 0;
            for (Future<Integer> result : results) {
                sent += result.get(60, TimeUnit.SECONDS);
            }
            assertThat(sent).isGreaterThan(20);
            assertThat(afterLeaving).hasValue(0);
        }
    }

    private static int sendUntil(AtomicBoolean stop, GatewayFixture gateway) {
        int sent = 0;
        while (!stop.get()) {
            HttpResponse<String> reply = gateway.send(gateway.request("/telegram/bot" + KEY + "/x"));
            assertThat(reply.statusCode()).isEqualTo(200);
            sent++;
        }
        return sent;
    }

    /** Notices when it is used after it was let go. */
    private static final class Guarded {
        private final AtomicBoolean left = new AtomicBoolean();
        private final FakeAdapter adapter;

        private Guarded(AtomicInteger afterLeaving) {
            adapter = new FakeAdapter("telegram", any -> {
                Thread.yield();
                if (left.get()) {
                    afterLeaving.incrementAndGet();
                }
                return FakeAdapter.json(200, "{}");
            });
        }
    }

    @Test
    void leavingWaitsForTheExchangesInside() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        FakeAdapter slow = new FakeAdapter("telegram", any -> answerAfter(inside, finish));
        try (GatewayFixture gateway = new GatewayFixture().with(slow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> exchange =
                    threads.submit(() -> gateway.send(gateway.request("/telegram/bot" + KEY + "/x")));
            assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();
            Future<Integer> leaving = threads.submit(() -> gateway.adapters.remove(slow, LONG));
            Thread.sleep(200);
            assertThat(leaving.isDone()).isFalse();

            finish.countDown();

            assertThat(leaving.get(60, TimeUnit.SECONDS)).isZero();
            assertThat(exchange.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    /** Replaced in place, a successor comes only when the one before has left; its replies may take longer than anybody waits. */
    @Test
    void whoComesWhileOneIsLeavingWaitsForItsSuccessor() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        FakeAdapter slow = new FakeAdapter("telegram", any -> answerAfter(inside, finish));
        Duration wait = Duration.ofMillis(200);
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.successorWait(wait)).with(slow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> gateway.send(gateway.request("/telegram/bot" + KEY + "/x")));
            assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();
            Future<?> replaced = threads.submit(() -> {
                gateway.adapters.remove(slow, LONG);
                gateway.with(FakeAdapter.answering("telegram", "next"));
            });
            Future<HttpResponse<String>> waiting =
                    threads.submit(() -> gateway.send(gateway.request("/telegram/bot" + KEY + "/y")));
            Thread.sleep(wait.multipliedBy(5));
            assertThat(waiting.isDone()).isFalse();

            finish.countDown();

            replaced.get(60, TimeUnit.SECONDS);
            assertThat(waiting.get(60, TimeUnit.SECONDS).body()).isEqualTo("next");
        }
    }

    @Test
    void leavingDoesNotWaitForEver() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        FakeAdapter stuck = new FakeAdapter("telegram", any -> answerAfter(inside, finish));
        try (GatewayFixture gateway = new GatewayFixture().with(stuck);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> gateway.send(gateway.request("/telegram/bot" + KEY + "/x")));
            assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(gateway.adapters.remove(stuck, Duration.ofMillis(50))).isEqualTo(1);
            finish.countDown();
        }
    }

    private static ChannelResponse answerAfter(CountDownLatch inside, CountDownLatch finish) {
        inside.countDown();
        try {
            assertThat(finish.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return FakeAdapter.json(200, "{}");
    }

    @Test
    void channelThatStaysAwayIsUnavailableAndSaysWhenToRetry() {
        try (GatewayFixture gateway = new GatewayFixture(settings -> settings.successorWait(Duration.ofMillis(50)))) {
            gateway.channels.remember(FakeAdapter.describe("whatsapp"));

            HttpResponse<String> reply = gateway.send(gateway.request("/whatsapp/bot" + KEY + "/x"));

            assertThat(reply.statusCode()).isEqualTo(503);
            assertThat(reply.headers().firstValue("retry-after")).isPresent();
            assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
        }
    }

    @Test
    void channelThatNeverWasIsNotFoundAtOnce() {
        try (GatewayFixture gateway = new GatewayFixture()) {
            HttpResponse<String> reply = gateway.send(gateway.request("/nothing/bot" + KEY + "/x"));

            assertThat(reply.statusCode()).isEqualTo(404);
            assertThat(reply.body())
                    .contains("urn:weighhouse:problem:not-found")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void newestAdapterOfAnIdServesAndTheOlderOneTakesOverWhenItLeaves() {
        FakeAdapter older = FakeAdapter.answering("telegram", "older");
        FakeAdapter newer = FakeAdapter.answering("telegram", "newer");
        try (GatewayFixture gateway = new GatewayFixture().with(older).with(newer)) {
            assertThat(gateway.send(gateway.request("/telegram/bot" + KEY + "/x"))
                            .body())
                    .isEqualTo("newer");
            gateway.adapters.remove(newer, LONG);
            assertThat(gateway.send(gateway.request("/telegram/bot" + KEY + "/x"))
                            .body())
                    .isEqualTo("older");
        }
    }
}
