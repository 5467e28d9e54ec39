package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** Who waits on purpose locks nobody out. */
class ConnectionsTest {

    /** What a key has of ten. */
    private static final int CONNECTIONS = 4;

    private static final int OF_ALL = 10;

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

        assertThat(oneTooMany.headers().first("X-Reason")).hasValue("TOO_MANY_REQUESTS PT1S");
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

    @ParameterizedTest
    @ValueSource(strings = {"/free", "/weigh"})
    void one_whose_platform_is_silent_leaves_the_connections_of_others_alone(String target) throws Exception {
        WorkspaceId other = new WorkspaceId("other");
        AccountDetails details = new AccountDetails(
                "theirs", rig.accounts.list(Door.WORKSPACE).getFirst().baseUrl(), Map.of(), Rig.secrets("theirs"));
        rig.accounts.connect(other, TestPlatform.ID, details);
        List<Future<String>> silent = occupy(target);

        assertThat(rig.get(target).headers().first("X-Reason")).hasValue("TOO_MANY_REQUESTS PT1S");
        for (int i = 0; i < 20; i++) {
            rig.answerNext(200, "passed");
            assertThat(Rig.text(rig.get(target, new Caller.Key(other, "k1")))).isEqualTo("passed");
        }

        over.countDown();
        for (Future<String> reply : silent) {
            reply.get();
        }
        rig.answerNext(200, "again");
        assertThat(Rig.text(rig.get(target))).isEqualTo("again");
        assertThat(rig.meter.openHolds()).isZero();
    }

    @Test
    void nothing_is_sent_while_too_many_holds_are_open() {
        rig.meter.takeNoMoreHolds();
        for (int i = 0; i < 3 * OF_ALL; i++) {
            assertThat(rig.get("/weigh").headers().first("X-Reason")).hasValue("TOO_MANY_REQUESTS PT5S");
        }

        rig.answerNext(200, "free");
        assertThat(Rig.text(rig.get("/free"))).isEqualTo("free");
        assertThat(rig.received).hasSize(1);
    }

    /** Takes all connections of a kind that a key can have. */
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
                OF_ALL,
                OF_ALL,
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
