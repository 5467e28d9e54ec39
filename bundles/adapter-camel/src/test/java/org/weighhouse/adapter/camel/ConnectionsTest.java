package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** Who waits on purpose locks nobody out. */
class ConnectionsTest {

    private static final int CONNECTIONS = 4;

    private final Rig rig = new Rig(settings());
    private final CountDownLatch waiting = new CountDownLatch(CONNECTIONS);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        over.countDown();
        clients.close();
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/poll", "/lasting-free", "/lasting-weigh"})
    void long_polls_and_streams_leave_the_connections_of_quick_calls_alone(String target) throws Exception {
        List<Future<String>> polls = occupy(target);

        rig.answerNext(200, "quick");
        rig.answerNext(200, "quick and weighed");
        assertThat(Rig.text(rig.get("/free"))).isEqualTo("quick");
        assertThat(Rig.text(rig.get("/weigh"))).isEqualTo("quick and weighed");
        ChannelResponse oneTooMany = rig.get(target);

        assertThat(oneTooMany.headers().first("X-Reason")).hasValue("UNAVAILABLE PT1S");
        over.countDown();
        for (Future<String> poll : polls) {
            assertThat(poll.get()).isEqualTo("late");
        }
    }

    @Test
    void quick_calls_that_hang_leave_the_connections_of_streams_alone() throws Exception {
        occupy("/free");

        rig.answerNext(200, "a stream");
        assertThat(Rig.text(rig.get("/lasting-weigh"))).isEqualTo("a stream");
    }

    /** Takes all connections of a kind. */
    private List<Future<String>> occupy(String target) throws InterruptedException {
        List<Future<String>> replies = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            rig.upstream.answerNext(new ChannelResponse(200, Headers.NONE, out -> {
                waiting.countDown();
                await(over);
                out.write("late".getBytes(StandardCharsets.UTF_8));
            }));
            replies.add(clients.submit(() -> Rig.text(rig.get(target))));
        }
        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
        return replies;
    }

    private static PassThroughSettings settings() {
        PassThroughSettings usual = PassThroughSettings.DEFAULT;
        return new PassThroughSettings(
                CONNECTIONS,
                CONNECTIONS,
                Duration.ofMillis(50),
                usual.connectTimeout(),
                usual.silenceTimeout(),
                usual.holdTimeout(),
                usual.maxReplyBytes(),
                usual.orphanTimeout(),
                usual.unclaimedTimeout(),
                usual.drainTimeout());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
