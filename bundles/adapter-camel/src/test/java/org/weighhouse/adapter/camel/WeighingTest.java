package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.api.Reading;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

class WeighingTest {

    private static final Headers EVENTS = Headers.of("Content-Type", "text/event-stream");

    private Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void a_reply_is_counted_with_its_own_name_before_the_client_has_it() {
        rig.answerNext(200, "event-1");

        ChannelResponse reply = rig.get("/weigh");

        assertThat(rig.meter.settled()).hasSize(1);
        assertThat(rig.meter.settled().get(0).reference()).hasToString("event-1");
        assertThat(rig.meter.openHolds()).isZero();
        assertThat(Rig.text(reply)).isEqualTo("event-1");
    }

    @Test
    void without_credit_the_upstream_sees_nothing() {
        rig.meter.credits(0);

        ChannelResponse reply = rig.get("/weigh");

        assertThat(reply.status()).isEqualTo(402);
        assertThat(Rig.text(reply)).contains("Not enough message credits left: 1 needed, 0 available");
        assertThat(rig.received).isEmpty();
        assertThat(rig.meter.openHolds()).isZero();
    }

    @Test
    void unknown_methods_missing_accounts_and_a_ledger_that_is_down_are_refused_at_the_door() {
        assertThat(reason(rig.get("/unknown"))).isEqualTo("UNKNOWN_METHOD PT0S");
        assertThat(reason(rig.send("BREW", "/weigh", Headers.NONE, new byte[0])))
                .isEqualTo("METHOD_NOT_ALLOWED PT0S");
        rig.meter.down(true);
        assertThat(reason(rig.get("/weigh"))).isEqualTo("UNAVAILABLE PT5S");
        rig.accounts.disconnect(rig.accounts.list(Door.WORKSPACE).getFirst().id());
        assertThat(reason(rig.get("/free"))).isEqualTo("NOT_CONNECTED PT0S");

        assertThat(rig.received).isEmpty();
        assertThat(rig.meter.estimates()).isEmpty();
    }

    @Test
    void an_error_reply_passes_and_costs_nothing() {
        rig.answerNext(429, Headers.of("Retry-After", "5"), "slow down".getBytes(StandardCharsets.UTF_8));
        rig.answerNext(200, "no");

        ChannelResponse reply = rig.get("/weigh");
        ChannelResponse unused = rig.get("/weigh");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers().first("Retry-After")).hasValue("5");
        assertThat(Rig.text(reply)).isEqualTo("slow down");
        assertThat(Rig.text(unused)).isEqualTo("no");
        assertThat(rig.meter.settled()).isEmpty();
        assertThat(rig.meter.voided()).isEqualTo(2);
    }

    @Test
    void an_upstream_that_is_not_there_voids_the_hold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            rig.connect(URI.create("http://127.0.0.1:" + taken.getLocalPort()));
        }

        assertThat(reason(rig.get("/weigh"))).isEqualTo("UPSTREAM_FAILED PT0S");
        assertThat(rig.meter.voided()).isEqualTo(1);
    }

    @Test
    void an_upstream_that_says_nothing_times_out_and_voids_the_hold() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            rig.connect(URI.create("http://127.0.0.1:" + silent.getLocalPort()));

            assertThat(reason(rig.get("/weigh"))).isEqualTo("UPSTREAM_TIMEOUT PT0S");
        }
        assertThat(rig.meter.voided()).isEqualTo(1);
    }

    @Test
    void what_was_done_but_cannot_be_counted_is_not_acknowledged() {
        rig.upstream.observe(request -> rig.meter.down(true));
        rig.answerNext(200, "event-1");

        ChannelResponse reply = rig.get("/weigh");

        assertThat(reason(reply)).isEqualTo("UNAVAILABLE PT0S");
        assertThat(Rig.text(reply)).contains("Do not send it again");
        assertThat(rig.meter.openHolds()).isEqualTo(1);
    }

    @Test
    void a_reply_too_long_to_read_passes_whole_and_its_estimate_counts() {
        rig.close();
        rig = new Rig(Rig.settings(10, Duration.ofSeconds(20)));
        byte[] body = new byte[100_000];
        Arrays.fill(body, (byte) 'x');
        rig.answerNext(200, Headers.NONE, body);

        assertThat(Arrays.equals(Rig.body(rig.get("/weigh")), body)).isTrue();
        assertThat(rig.meter.settled()).hasSize(1);
        assertThat(rig.meter.openHolds()).isZero();
    }

    @Test
    void a_stream_is_counted_before_its_last_piece_is_passed_on() throws IOException {
        CountDownLatch seen = new CountDownLatch(1);
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> {
            write(out, "mm");
            await(seen);
            write(out, "!");
        }));
        StringBuilder got = new StringBuilder();

        rig.get("/weigh").body().writeTo(new OutputStream() {
            @Override
            public void write(int b) {
                // The first piece is here while the upstream still waits to send the second.
                got.append((char) b);
                assertThat(rig.meter.settled()).hasSize(b == '!' ? 1 : 0);
                seen.countDown();
            }
        });

        assertThat(got).hasToString("mm!");
        assertThat(rig.meter.settled().get(0).reading()).isEqualTo(new Reading.Messages(2));
    }

    @Test
    void what_is_left_of_a_stream_at_its_end_is_passed_on_only_once_it_is_counted() throws IOException {
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> write(out, "mz")));
        StringBuilder got = new StringBuilder();

        rig.get("/weigh").body().writeTo(new OutputStream() {
            @Override
            public void write(int b) {
                got.append((char) b);
                assertThat(rig.meter.settled()).hasSize(b == 'z' ? 1 : 0);
            }
        });

        assertThat(got).hasToString("mz");
        assertThat(rig.meter.settled().get(0).reference()).hasToString("seen");
    }

    @Test
    void a_stream_whose_client_goes_away_is_read_to_its_end() throws InterruptedException {
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> {
            for (int i = 0; i < 50; i++) {
                write(out, "m");
            }
            write(out, "!");
        }));

        assertThatThrownBy(() -> rig.get("/weigh").body().writeTo(new GoneClient()))
                .isInstanceOf(IOException.class);

        assertThat(rig.meter.settled().get(0).reference()).hasToString("told");
        assertThat(rig.meter.settled().get(0).reading()).isEqualTo(new Reading.Messages(50));
        assertThat(rig.meter.openHolds()).isZero();
    }

    @Test
    void a_stream_without_end_is_not_read_for_ever_when_its_client_has_gone() throws InterruptedException {
        rig.close();
        rig = new Rig(Rig.settings(1000, Duration.ofSeconds(20), Duration.ofMillis(200)));
        CountDownLatch brokenOff = new CountDownLatch(1);
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> {
            try {
                while (true) {
                    write(out, "m");
                }
            } finally {
                brokenOff.countDown();
            }
        }));

        assertThatThrownBy(() -> rig.get("/weigh").body().writeTo(new GoneClient()))
                .isInstanceOf(IOException.class);

        assertThat(rig.meter.settled().get(0).reference()).hasToString("seen");
        assertThat(rig.meter.openHolds()).isZero();
        assertThat(brokenOff.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_stream_that_breaks_off_counts_what_was_seen_and_breaks_off_for_the_client_too() {
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> {
            write(out, "mmm");
            throw new IOException("broken");
        }));

        ChannelResponse reply = rig.get("/weigh");

        assertThatThrownBy(() -> Rig.body(reply)).hasRootCauseInstanceOf(IOException.class);
        assertThat(rig.meter.settled().get(0).reference()).hasToString("seen");
        assertThat(rig.meter.settled().get(0).reading()).isEqualTo(new Reading.Messages(3));
    }

    @Test
    void a_stream_nobody_fetches_is_ended_and_counted() throws InterruptedException {
        rig.close();
        rig = new Rig(Rig.settings(1000, Duration.ofMillis(100)));
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> write(out, "mm!")));

        ChannelResponse forgotten = rig.get("/weigh");

        assertThat(rig.meter.awaitSettled()).isTrue();
        assertThatThrownBy(() -> Rig.body(forgotten)).hasRootCauseInstanceOf(IOException.class);
        assertThat(rig.meter.openHolds()).isZero();
    }

    @Test
    void closing_waits_for_streams_under_way_and_refuses_new_calls() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> {
            write(out, "m");
            await(closing);
            write(out, "!");
        }));
        ChannelResponse reply = rig.get("/weigh");

        Thread close = Thread.ofVirtual().start(rig.adapter::close);
        ChannelResponse other = rig.get("/free");
        while (!reason(other).equals("UNAVAILABLE PT1S")) {
            Rig.body(other);
            other = rig.get("/free");
        }
        closing.countDown();

        assertThat(Rig.text(reply)).isEqualTo("m!");
        assertThat(close.join(Duration.ofSeconds(20))).isTrue();
        assertThat(rig.meter.settled()).hasSize(1);
    }

    private static String reason(ChannelResponse response) {
        return response.headers().first("X-Reason").orElse("");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
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

    private static final class GoneClient extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("gone");
        }
    }
}
