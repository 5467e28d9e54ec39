package org.weighhouse.adapter.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;

class WeighedStreamTest {

    /** Sums the numbers named {@code n}, does not want events that have a {@code secret}, and ends with {@code [DONE]}. */
    private static final class Summing implements EventReader {
        private long sum;
        private boolean secret;
        private boolean done;

        @Override
        public void opened(String path) {}

        @Override
        public void value(String path, Scalar value) {
            sum += path.equals("n") ? Figures.of(value).orElse(0) : 0;
            secret |= path.equals("secret");
            done |= value.text().equals("DONE");
        }

        @Override
        public boolean ended(String type) {
            boolean wanted = !secret;
            secret = false;
            return wanted;
        }

        @Override
        public boolean isComplete() {
            return done;
        }

        @Override
        public Finding finding() {
            return new Finding.Used(Reference.NONE, Attribution.NONE, new Reading.Messages(sum));
        }
    }

    @Property(tries = 500)
    void any_cutting_into_buffers_gives_the_same_finding_and_the_same_bytes(
            @ForAll("events") List<String> events, @ForAll("breaks") String lineBreak, @ForAll long seed) {
        StringBuilder all = new StringBuilder();
        StringBuilder wanted = new StringBuilder();
        long sum = 0;
        for (String event : events) {
            String text = (event + "\n\n").replace("\n", lineBreak);
            all.append(text);
            wanted.append(event.contains("secret") ? "" : text);
            sum += event.contains("\"n\"") ? 3 : 0;
        }
        Random random = new Random(seed);
        WeighedStream taking = new WeighedStream(new Summing(), true);
        WeighedStream open = new WeighedStream(new Summing(), false);

        assertThat(pass(taking, bytes(all), random)).isEqualTo(bytes(wanted));
        assertThat(pass(open, bytes(all), random)).isEqualTo(bytes(all));
        assertThat(taking.estimate()).isEqualTo(open.estimate()).isEqualTo(messages(sum));
    }

    @Property(tries = 500)
    void any_bytes_pass_unchanged(@ForAll byte[] bytes, @ForAll boolean takesOut, @ForAll long seed) {
        WeighedStream stream = new WeighedStream(new Summing(), takesOut);

        assertThat(pass(stream, bytes, new Random(seed))).isEqualTo(bytes);
    }

    @Test
    void nothing_is_found_before_the_stream_says_that_it_is_over_or_ends() {
        WeighedStream told = new WeighedStream(new Summing(), true);
        WeighedStream ended = new WeighedStream(new Summing(), true);

        assertThat(told.pass(bytes("data: {\"n\":3}\n\n"), 15)).hasSize(15);
        assertThat(told.found()).isEmpty();
        told.pass(bytes("data: [DONE]\n\n"), 14);
        assertThat(told.found()).contains(messages(3));

        ended.pass(bytes("data: {\"n\":3}"), 13);
        assertThat(ended.found()).isEmpty();
        assertThat(ended.end()).asString(StandardCharsets.UTF_8).isEqualTo("data: {\"n\":3}");
        assertThat(ended.found()).contains(messages(3));
    }

    @Test
    void without_anything_to_take_out_bytes_pass_at_once_in_mid_event() {
        WeighedStream stream = new WeighedStream(new Summing(), false);

        assertThat(stream.pass(bytes("data: {\"n\""), 10)).hasSize(10);
    }

    @Test
    void the_last_event_is_taken_out_though_nothing_follows_it() {
        WeighedStream stream = new WeighedStream(new Summing(), true);
        byte[] secret = bytes("data: {\"secret\":1,\"n\":5}\n");

        assertThat(stream.pass(secret, secret.length)).isEmpty();
        assertThat(stream.end()).isEmpty();
        assertThat(stream.found()).contains(messages(5));
    }

    @Test
    void a_plain_document_in_the_place_of_a_stream_is_read_as_one_event() {
        String document = "\uFEFF\n\n{\n  \"x\": {\n\n \"n\": 1},\n  \"n\": 4\n}";
        WeighedStream taking = new WeighedStream(new Summing(), true);
        WeighedStream open = new WeighedStream(new Summing(), false);

        assertThat(pass(taking, bytes(document), new Random(1))).isEqualTo(bytes(document));
        assertThat(pass(open, bytes(document), new Random(2))).isEqualTo(bytes(document));

        assertThat(taking.found()).isEqualTo(open.found()).contains(messages(4));
    }

    @Test
    void an_event_longer_than_can_be_held_passes_and_is_read_all_the_same() {
        String text = "data: {\"secret\":\"" + "x".repeat(2 * WeighedStream.MAX_HELD_BYTES) + "\",\"n\":7}\n\n"
                + "data: {\"secret\":1}\n\n";
        WeighedStream stream = new WeighedStream(new Summing(), true);

        byte[] passed = pass(stream, bytes(text), new Random(1));

        assertThat(passed).asString(StandardCharsets.UTF_8).isEqualTo(text.substring(0, text.length() - 20));
        assertThat(stream.found()).contains(messages(7));
    }

    @Test
    void an_event_of_fifty_megabytes_is_read_within_a_few_kilobytes() {
        WeighedStream stream = new WeighedStream(new Summing(), true);
        byte[] piece = new byte[16 * 1024];
        Arrays.fill(piece, (byte) 'A');
        long passed = stream.pass(bytes("data: {\"picture\":\""), 18).length;

        for (int i = 0; i < 3_200; i++) {
            byte[] now = stream.pass(piece, piece.length);
            assertThat(now.length).isLessThanOrEqualTo(WeighedStream.MAX_HELD_BYTES);
            passed += now.length;
        }
        assertThat(passed).isGreaterThan(3_200L * piece.length - WeighedStream.MAX_HELD_BYTES);
        byte[] last = bytes("\",\"n\":9}\n\n");
        passed += stream.pass(last, last.length).length;

        assertThat(passed).isEqualTo(18 + 3_200L * piece.length + last.length);
        assertThat(stream.estimate()).isEqualTo(messages(9));
    }

    @Provide
    Arbitrary<List<String>> events() {
        return Arbitraries.of(
                        "data: {\"n\":3,\"x\":\"h\u00e9 \uD83D\uDE00\"}",
                        "data:{\"secret\":null}",
                        "data: {\"secret\":true,\ndata: \"n\":\"3.0\"}",
                        ": comment",
                        "event: ping\ndata: {broken",
                        "data",
                        "retry: 5")
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> breaks() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static byte[] pass(WeighedStream stream, byte[] bytes, Random random) {
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        int most = random.nextBoolean() ? 4 : buffer.length;
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(most));
            System.arraycopy(bytes, at, buffer, 0, length);
            passed.writeBytes(stream.pass(buffer, length));
            at += length;
        }
        passed.writeBytes(stream.end());
        return passed.toByteArray();
    }

    private static Finding messages(long sum) {
        return new Finding.Used(Reference.NONE, Attribution.NONE, new Reading.Messages(sum));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
