package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Reading;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** Upstreams that compress though they were asked not to. */
class CompressedReplyTest {

    private static final String RAW_DEFLATE = "raw deflate";

    private Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "X-GZIP", "deflate", RAW_DEFLATE})
    void a_compressed_stream_is_weighed_and_passed_on_as_it_comes(String coding) throws IOException {
        CountDownLatch seen = new CountDownLatch(1);
        rig.upstream.answerNext(new ChannelResponse(200, events(coding), out -> {
            OutputStream compressed = compress(coding, out);
            write(compressed, "mm");
            await(seen);
            write(compressed, "m!");
            compressed.close();
        }));
        ByteArrayOutputStream got = new ByteArrayOutputStream();

        ChannelResponse reply = rig.get("/weigh");
        reply.body().writeTo(new OutputStream() {
            @Override
            public void write(int b) {
                // The first piece is here while the upstream still waits to send the second.
                got.write(b);
                seen.countDown();
            }
        });

        assertThat(reply.headers().first("Content-Encoding")).isEmpty();
        assertThat(reply.headers().first("Content-Type")).hasValue("text/event-stream");
        assertThat(reply.streamed()).isTrue();
        assertThat(got).hasToString("mm" + "m!");
        assertThat(rig.meter.settled().getFirst().reference()).hasToString("told");
        assertThat(rig.meter.settled().getFirst().reading()).isEqualTo(new Reading.Messages(3));
    }

    @Test
    void a_stream_of_an_unknown_coding_passes_unread_and_its_estimate_counts() {
        rig.upstream.answerNext(new ChannelResponse(200, events("br"), out -> write(out, "m\u0001m!")));

        ChannelResponse reply = rig.get("/weigh");

        assertThat(reply.headers().first("Content-Encoding")).hasValue("br");
        assertThat(reply.streamed()).isTrue();
        assertThat(Rig.text(reply)).isEqualTo("m\u0001m!");
        assertThat(rig.meter.settled().getFirst().reading()).isEqualTo(new Reading.Messages(1));
    }

    @Test
    void a_compressed_stream_that_breaks_counts_what_was_seen() {
        rig.upstream.answerNext(new ChannelResponse(200, events("gzip"), out -> {
            OutputStream compressed = compress("gzip", out);
            write(compressed, "mmm");
            write(out, "this is not gzip, nor is it anything else that could be read as such");
        }));

        ChannelResponse reply = rig.get("/weigh");

        assertThatThrownBy(() -> Rig.body(reply)).hasRootCauseInstanceOf(IOException.class);
        assertThat(rig.meter.settled().getFirst().reference()).hasToString("seen");
        assertThat(rig.meter.settled().getFirst().reading()).isEqualTo(new Reading.Messages(3));
    }

    @Test
    void a_stream_that_says_it_is_compressed_and_is_empty_ends_like_any_other() {
        rig.upstream.answerNext(new ChannelResponse(200, events("gzip"), out -> {}));

        assertThat(Rig.body(rig.get("/weigh"))).isEmpty();
        assertThat(rig.meter.voided()).isEqualTo(1);
    }

    @Test
    void a_stream_that_unpacks_to_much_more_than_it_was_passes_whole() throws IOException {
        int mebibytes = 64;
        rig.upstream.answerNext(new ChannelResponse(200, events("gzip"), out -> {
            OutputStream compressed = compress("gzip", out);
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < mebibytes; i++) {
                compressed.write(zeros);
            }
            write(compressed, "m!");
            compressed.close();
        }));
        long[] length = {0};

        rig.get("/weigh").body().writeTo(new OutputStream() {
            @Override
            public void write(int b) {
                length[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                length[0] += count;
            }
        });

        assertThat(length[0]).isEqualTo(mebibytes * 1024L * 1024 + 2);
        assertThat(rig.meter.settled().getFirst().reference()).hasToString("told");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", RAW_DEFLATE})
    void a_compressed_plain_reply_is_read_and_passes_as_it_is(String coding) throws IOException {
        byte[] body = compressed(coding, "event-7");
        rig.answerNext(200, Headers.of("Content-Encoding", header(coding)), body);

        assertThat(Rig.body(rig.get("/weigh"))).isEqualTo(body);

        assertThat(rig.meter.settled().getFirst().reference()).hasToString("event-7");
    }

    @Test
    void a_plain_reply_that_unpacks_to_more_than_may_be_read_counts_by_its_estimate() throws IOException {
        rig.close();
        rig = new Rig(Rig.settings(1000, Duration.ofSeconds(20)));
        byte[] body = compressed("gzip", "x".repeat(1_000_000));
        rig.answerNext(200, Headers.of("Content-Encoding", "gzip"), body);

        assertThat(body).hasSizeLessThan(2000);
        Rig.body(rig.get("/weigh"));

        assertThat(rig.meter.settled().getFirst().reference().isNone()).isTrue();
    }

    private static Headers events(String coding) {
        return Headers.of("Content-Type", "text/event-stream").and("Content-Encoding", header(coding));
    }

    private static String header(String coding) {
        return coding.equals(RAW_DEFLATE) ? "deflate" : coding;
    }

    private static byte[] compressed(String coding, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compress(coding, bytes)) {
            write(out, text);
        }
        return bytes.toByteArray();
    }

    /** Flushed, it gives everything that was written so far. */
    private static OutputStream compress(String coding, OutputStream out) throws IOException {
        return switch (coding) {
            case "deflate" -> new DeflaterOutputStream(out, true);
            case RAW_DEFLATE ->
                new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true), 512, true);
            default -> new GZIPOutputStream(out, true);
        };
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
}
