package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
import org.weighhouse.api.TokenBuckets;

class ChatStreamTest {

    private static final String ID = "chatcmpl-0123456789abcdef";
    private static final String USAGE = "data: {\"id\":\"" + ID + "\",\"model\":\"m-1\",\"choices\":[],"
            + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}";
    private static final Findings FINDINGS = new Findings(Attribution.NONE, new TokenBuckets(9, 256, 0, 0, 0));

    @Property(tries = 500)
    void the_client_gets_everything_but_the_usage_chunk(
            @ForAll("events") List<String> before,
            @ForAll("events") List<String> after,
            @ForAll("breaks") String lineBreak,
            @ForAll long seed,
            @ForAll boolean strip) {
        String head = events(before, lineBreak);
        String usage = USAGE + lineBreak + lineBreak;
        String tail = events(after, lineBreak) + "data: [DONE]" + lineBreak + lineBreak;
        ChatStream stream = new ChatStream(FINDINGS, strip);

        byte[] passed = passInPieces(stream, bytes(head + usage + tail), new Random(seed));

        assertThat(passed).isEqualTo(bytes(head + (strip ? "" : usage) + tail));
        assertThat(stream.found().orElseThrow().reading()).isEqualTo(tokens(7, 5));
    }

    @Property(tries = 300)
    void any_bytes_without_usage_pass_unchanged(@ForAll byte[] bytes, @ForAll long seed) {
        ChatStream stream = new ChatStream(FINDINGS, true);

        assertThat(passInPieces(stream, bytes, new Random(seed))).isEqualTo(bytes);
        assertThat(stream.found()).isEmpty();
    }

    @Test
    void an_event_longer_than_any_limit_passes_unchanged() {
        String huge = "data: " + "x".repeat(3 * EventCutter.MAX_EVENT_BYTES) + "\n\n" + USAGE + "\n\n";
        ChatStream stream = new ChatStream(FINDINGS, true);

        byte[] passed = passInPieces(stream, bytes(huge), new Random(1));

        assertThat(passed.length).isEqualTo(huge.length() - USAGE.length() - 2);
        assertThat(stream.found()).isPresent();
    }

    @Test
    void a_complete_event_is_passed_on_at_once() {
        byte[] event = bytes("data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n");

        assertThat(new ChatStream(FINDINGS, true).pass(event, event.length)).isEqualTo(event);
    }

    @Test
    void usage_is_known_before_the_end_of_the_stream() {
        ChatStream stream = new ChatStream(FINDINGS, true);

        stream.pass(bytes(USAGE + "\n\n"), USAGE.length() + 2);

        Finding.Used used = stream.found().orElseThrow();
        assertThat(used.eventId()).isEqualTo(ID);
        assertThat(used.attribution().model()).isEqualTo("m-1");
    }

    @Test
    void a_running_count_in_every_chunk_counts_once_at_the_end() {
        ChatStream stream = new ChatStream(FINDINGS, false);
        String chunk = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":"
                + "{\"prompt_tokens\":7,\"completion_tokens\":%d,\"total_tokens\":0}}\n\n";
        byte[] running = bytes(chunk.formatted(1) + chunk.formatted(2));

        stream.pass(running, running.length);
        assertThat(stream.found()).isEmpty();
        stream.pass(bytes("data: [DONE]\n\n"), 14);

        assertThat(stream.found().orElseThrow().reading()).isEqualTo(tokens(7, 2));
    }

    @Test
    void a_stream_without_usage_is_estimated_by_its_text() {
        ChatStream stream = new ChatStream(FINDINGS, true);
        byte[] text = bytes("data: {\"id\":\"" + ID + "\",\"choices\":[{\"delta\":{\"content\":\"0123456789\"}}]}\n\n");

        stream.pass(text, text.length);

        assertThat(stream.estimate().eventId()).isEqualTo("estimated:" + ID);
        assertThat(stream.estimate().reading()).isEqualTo(tokens(9, 3));
    }

    @Test
    void an_id_too_short_to_be_unique_is_not_used() {
        assertThat(FINDINGS.exact("chatcmpl-417", "m", TokenBuckets.NONE).eventId())
                .isEmpty();
    }

    @Provide
    Arbitrary<List<String>> events() {
        return Arbitraries.of(
                        "data: {\"choices\":[{\"delta\":{\"content\":\"h\u00e9 \uD83D\uDE00\"}}],\"usage\":null}",
                        "data: {\"choices\":[]}",
                        "data:{\"choices\":[],\"usage\":null}",
                        ": comment",
                        "event: ping\ndata: {broken",
                        "data: {\"choices\":[{\"text\":\"t\"}]}\nid: 7",
                        "data:",
                        "retry: 5")
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> breaks() {
        return Arbitraries.of("\n", "\r\n");
    }

    private static String events(List<String> events, String lineBreak) {
        StringBuilder text = new StringBuilder();
        events.forEach(event ->
                text.append(event.replace("\n", lineBreak)).append(lineBreak).append(lineBreak));
        return text.toString();
    }

    private static byte[] passInPieces(ChatStream stream, byte[] bytes, Random random) {
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

    private static Reading tokens(long input, long output) {
        return new Reading.Tokens("openai", new TokenBuckets(input, output, 0, 0, 0));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
