package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.simulator.upstream.OpenAiStandIn;

/** The adapter over real sockets, in front of servers that keep to nothing. */
class WildUpstreamTest {

    private static final String CHAT = "/v1/chat/completions";
    private static final String REQUEST =
            "{\"model\":\"m\",\"max_tokens\":16000,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    private static final String STREAMED = REQUEST.replace("{\"model\"", "{\"stream\":true,\"model\"");
    private static final String USAGE =
            "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":500,\"total_tokens\":1500}}";

    private final OpenAiRig rig = new OpenAiRig(OpenAiStandIn.Options.DEFAULT);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void replies_that_share_an_id_all_count() throws Exception {
        for (int tokens : new int[] {150, 160, 170}) {
            answer(
                    "application/json",
                    "{\"id\":\"chatcmpl-of-the-client\",\"choices\":[{}],\"usage\":{\"total_tokens\":" + tokens + "}}");
            rig.post(CHAT, REQUEST);
        }

        assertThat(rig.counted(0).total()
                        + rig.counted(1).total()
                        + rig.counted(2).total())
                .isEqualTo(480);
        assertThat(rig.meter.settled())
                .allSatisfy(each -> assertThat(each.reference().value()).isEqualTo("chatcmpl-of-the-client"));
    }

    @Test
    void an_error_within_a_success_passes_and_gives_the_hold_back() throws Exception {
        String error = "{\"error\":{\"message\":\"overloaded\",\"code\":502}}";
        answer("application/json", error);
        answer("text/event-stream", "data: " + error + "\n\n");

        assertThat(rig.post(CHAT, REQUEST).body()).isEqualTo(error);
        assertThat(rig.post(CHAT, STREAMED).body()).isEqualTo("data: " + error + "\n\n");

        assertThat(rig.meter.settled()).isEmpty();
        assertThat(rig.meter.voided()).isEqualTo(2);
        assertThat(rig.meter.openHolds()).isZero();
    }

    @Test
    void a_stream_compressed_against_our_wish_is_counted() throws Exception {
        byte[] text = zipped("data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n" + USAGE + "\n\n");
        rig.openAi.answerNext(ChannelResponse.of(
                200, Headers.of("Content-Type", "text/event-stream").and("Content-Encoding", "gzip"), text));

        rig.post(CHAT, STREAMED);

        assertThat(rig.counted(0).total()).isEqualTo(1_500);
    }

    @Test
    void a_stream_that_ends_on_its_usage_line_is_counted_and_the_line_kept_back() throws Exception {
        answer("text/event-stream", ": hello\r\r" + USAGE + "\r");

        HttpResponse<String> reply = rig.post(CHAT, STREAMED);

        assertThat(reply.body()).isEqualTo(": hello\r\r");
        assertThat(rig.counted(0).total()).isEqualTo(1_500);
    }

    @Test
    void an_event_of_fifty_megabytes_passes_and_is_counted() throws Exception {
        byte[] piece = "A".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
        rig.openAi.answerNext(new ChannelResponse(200, Headers.of("Content-Type", "text/event-stream"), out -> {
            write(out, "data: {\"type\":\"response.completed\",\"response\":{\"output\":[{\"result\":\"");
            for (int i = 0; i < 50; i++) {
                out.write(piece);
            }
            write(out, "\"}],\"usage\":{\"input_tokens\":5000,\"output_tokens\":1800,\"total_tokens\":6800}}}\n\n");
        }));

        HttpResponse<String> reply =
                rig.post("/v1/responses", "{\"model\":\"m\",\"stream\":true,\"input\":\"a picture\"}");

        assertThat(reply.body()).hasSizeGreaterThan(50 * piece.length);
        assertThat(rig.counted(0).total()).isEqualTo(6_800);
    }

    @Test
    void a_list_of_prompts_that_could_overspend_is_refused_before_it_is_sent() throws Exception {
        rig.meter.credits(50_000);
        String prompts = String.join(",", Collections.nCopies(100, "\"one of many\""));

        HttpResponse<String> reply =
                rig.post("/v1/completions", "{\"model\":\"m\",\"max_tokens\":1000,\"prompt\":[" + prompts + "]}");

        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(rig.received).isEmpty();
    }

    @Test
    void a_stream_without_a_content_type_is_streamed_and_counted() throws Exception {
        answer("text/plain", USAGE + "\n\n");

        assertThat(rig.post(CHAT, STREAMED).body()).isEmpty();
        assertThat(rig.counted(0).total()).isEqualTo(1_500);
    }

    private void answer(String type, String body) {
        rig.openAi.answerNext(
                ChannelResponse.of(200, Headers.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            write(zip, text);
        }
        return bytes.toByteArray();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
