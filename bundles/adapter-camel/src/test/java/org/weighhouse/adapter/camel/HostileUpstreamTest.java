package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.RawUpstream.Reply;
import org.weighhouse.api.channel.ChannelResponse;

/** Whatever an upstream does costs its own call, nothing more, and ends in bounded time with a plain word to the client. */
class HostileUpstreamTest {

    private static final Duration HOLD = Duration.ofSeconds(2);
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String GOOD = OK + "Content-Length: 4\r\n\r\ngood";

    private RawUpstream upstream;
    private Rig rig;

    @BeforeEach
    void start() {
        upstream = new RawUpstream();
        rig = new Rig(settings());
        rig.connect(upstream.url());
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
        upstream.close();
    }

    static Stream<Arguments> repliesThatSayNothing() {
        return Stream.of(
                arguments("a field of 10 MB", Reply.endless(OK + "X: ", "x")),
                arguments("a million fields", Reply.of(OK + "A: b\r\n".repeat(1_000_000) + "\r\n")),
                arguments(
                        "a head of many long lines", Reply.of(OK + line(15_000).repeat(5) + "\r\n")),
                arguments("a folded line without end", Reply.endless(OK + "X: y\r\n", " z\r\n")),
                arguments("interim replies without end", Reply.endless("", "HTTP/1.1 102 Processing\r\n\r\n")),
                arguments("interim replies with large heads", Reply.endless("", "HTTP/1.1 103 x\r\n" + line(9_000))),
                arguments("another protocol", Reply.of("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")),
                arguments("a status of four digits", Reply.of("HTTP/1.1 2000 OK\r\n\r\n")),
                arguments("a status below 100", Reply.of("HTTP/1.1 42 OK\r\n\r\n")),
                arguments("a status in words", Reply.of("HTTP/1.1 fine OK\r\n\r\n")),
                arguments("no HTTP", Reply.last("SSH-2.0-OpenSSH_9.9\r\n")),
                arguments("noise without end", Reply.endless("", "\u00ff")),
                arguments("empty lines without end", Reply.endless("", "\r\n")),
                arguments("the end of the connection", Reply.last("")),
                arguments("half a head", Reply.last(OK + "Content-Le")),
                arguments("a negative length", Reply.of(OK + "Content-Length: -4\r\n\r\ngood")),
                arguments("a length out of this world", Reply.of(OK + "Content-Length: 99999999999999999999\r\n\r\nx")),
                arguments("two lengths", Reply.of(OK + "Content-Length: 4\r\nContent-Length: 5\r\n\r\ngood")),
                arguments("two transfer codings", Reply.of(OK + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")),
                arguments("an unknown coding", Reply.of(OK + "Transfer-Encoding: x\r\n\r\n4\r\ngood\r\n0\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repliesThatSayNothing")
    void a_reply_without_a_readable_head_is_refused_and_costs_nothing(String name, Reply reply) {
        upstream.next(reply);

        ChannelResponse refused = rig.get("/weigh");

        assertThat(reason(refused)).isEqualTo("UPSTREAM_FAILED PT0S");
        assertThat(Rig.text(refused)).contains("othing was charged");
        assertThat(rig.meter.voided()).isEqualTo(1);
        assertNextCallPasses();
    }

    static Stream<Arguments> repliesThatSayYesAndBreakOff() {
        return Stream.of(
                arguments("the end before its length", Reply.last(OK + "Content-Length: 100\r\n\r\nhalf")),
                arguments("the end before the last chunk", Reply.last(chunked("4\r\nhalf\r\n"))),
                arguments("a chunk of no size", Reply.of(chunked("zz\r\nhalf\r\n"))),
                arguments("a chunk of negative size", Reply.of(chunked("-4\r\nhalf\r\n"))),
                arguments("a chunk larger than anything", Reply.of(chunked("ffffffffffffffffff\r\nhalf\r\n"))),
                arguments("a chunk extension without end", Reply.endless(chunked("4;x="), "x")),
                arguments("a trailer without end", Reply.endless(chunked("4\r\ngood\r\n0\r\nX: "), "x")),
                arguments("trailers without end", Reply.endless(chunked("4\r\ngood\r\n0\r\n"), "X: y\r\n")),
                arguments("silence in its body", Reply.of(OK + "Content-Length: 100\r\n\r\nhalf")),
                arguments("a body in drips", drips(OK + "Content-Length: 100000\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repliesThatSayYesAndBreakOff")
    void a_reply_that_says_yes_and_breaks_off_is_counted_and_not_to_be_sent_again(String name, Reply reply) {
        upstream.next(reply);

        ChannelResponse refused = rig.get("/weigh");

        assertThat(reason(refused)).isEqualTo("UPSTREAM_FAILED PT0S");
        assertThat(Rig.text(refused)).contains("was counted; do not send it again");
        assertThat(rig.meter.settled()).hasSize(1);
        assertThat(rig.meter.openHolds()).isZero();
        assertNextCallPasses();
    }

    static Stream<Arguments> oddRepliesThatCanBeRead() {
        String both = "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\n0\r\n\r\n";
        return Stream.of(
                arguments("length and chunks", 200, "good", OK + both),
                arguments("a body after 204", 204, "", "HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\ngood"),
                arguments("a length after 204", 204, "", "HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\n"),
                arguments("an early hint", 200, "good", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + GOOD),
                arguments("HTTP/1.0", 200, "good", "HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\ngood"),
                arguments("no words", 200, "good", "HTTP/1.1 200\r\nContent-Length: 4\r\n\r\ngood"),
                arguments("bare line feeds", 200, "good", "HTTP/1.1 200 OK\nContent-Length: 4\n\ngood"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddRepliesThatCanBeRead")
    void an_odd_reply_that_can_be_read_is_passed_on_as_it_should_have_been(
            String name, int status, String body, String reply) {
        upstream.next(Reply.of(reply));

        ChannelResponse passed = rig.get("/weigh");

        assertThat(passed.status()).isEqualTo(status);
        assertThat(passed.headers().first("Content-Length").map(Integer::valueOf))
                .isIn(Optional.empty(), Optional.of(body.length()));
        assertThat(Rig.text(passed)).isEqualTo(body);
        assertThat(rig.meter.settled()).hasSize(1);
        assertNextCallPasses();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "Content-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison",
                "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison"
            })
    void what_comes_behind_a_reply_answers_nobody(String reply) {
        upstream.next(Reply.of(reply));
        Rig.body(rig.get("/weigh"));

        upstream.next(Reply.of(GOOD));

        assertThat(Rig.text(rig.get("/weigh"))).isNotEqualTo("poison");
    }

    @Test
    void a_head_in_drips_ends_after_the_longest_silence() {
        upstream.next(drips(OK));

        assertThat(reason(rig.get("/weigh"))).isEqualTo("UPSTREAM_TIMEOUT PT0S");

        assertThat(rig.meter.voided()).isEqualTo(1);
        assertNextCallPasses();
    }

    @Test
    void a_body_without_end_passes_until_its_client_has_enough() {
        upstream.next(Reply.endless(OK + "\r\n", "x"));
        ChannelResponse endless = rig.get("/weigh");

        assertThatThrownBy(() -> endless.body().writeTo(new OutputStream() {
                    private int left = 1_000_000;

                    @Override
                    public void write(int b) throws IOException {
                        if (--left < 0) {
                            throw new IOException("enough");
                        }
                    }
                }))
                .hasMessageContaining("enough");

        assertThat(rig.meter.settled()).hasSize(1);
        assertNextCallPasses();
    }

    @Test
    void many_such_calls_at_once_leave_the_others_alone() throws Exception {
        int calls = 100;
        List<Future<String>> refused = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < calls; call++) {
                upstream.next(Reply.endless(OK + "X: ", "x"));
            }
            for (int call = 0; call < calls; call++) {
                refused.add(clients.submit(() -> reason(rig.get("/weigh"))));
            }
            for (Future<String> each : refused) {
                assertThat(each.get()).isEqualTo("UPSTREAM_FAILED PT0S");
            }
        }
        assertThat(rig.meter.voided()).isEqualTo(calls);
        assertNextCallPasses();
    }

    private void assertNextCallPasses() {
        int before = rig.meter.settled().size();
        upstream.next(Reply.of(GOOD));
        assertThat(Rig.text(rig.get("/weigh"))).isEqualTo("good");
        assertThat(rig.meter.settled()).hasSize(before + 1);
    }

    private static String reason(ChannelResponse response) {
        return response.headers().first("X-Reason").orElse("none");
    }

    private static String line(int length) {
        return "X: " + "x".repeat(length) + "\r\n";
    }

    private static String chunked(String body) {
        return OK + "Transfer-Encoding: chunked\r\n\r\n" + body;
    }

    /** A byte every few milliseconds: never silent, never done. */
    private static Reply drips(String first) {
        return out -> {
            Reply.of(first).write(out);
            try {
                while (true) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(10);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
    }

    private static PassThroughSettings settings() {
        PassThroughSettings usual = PassThroughSettings.DEFAULT;
        return new PassThroughSettings(
                usual.maxConnections(),
                usual.maxStreams(),
                usual.connectionWait(),
                usual.connectTimeout(),
                Rig.SILENCE,
                HOLD,
                1024 * 1024,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
    }
}
