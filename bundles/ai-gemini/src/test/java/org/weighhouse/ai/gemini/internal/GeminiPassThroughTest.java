package org.weighhouse.ai.gemini.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.adapter.camel.kit.Door;

class GeminiPassThroughTest {

    private static final String MODEL = "/v1beta/models/gemini-2.5-flash:";
    private static final String HELLO = "{'contents':[{'parts':[{'text':'Hello there'}]}]}";

    private final GeminiRig rig = new GeminiRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void a_key_in_the_query_goes_out_in_the_header() throws Exception {
        HttpResponse<String> reply = rig.send(
                "POST", MODEL + "streamGenerateContent?alt=sse&key=" + Door.KEY + "&a=%26", HELLO, "Accept", "*/*");

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(rig.received).singleElement().satisfies(seen -> {
            assertThat(seen.target()).isEqualTo(MODEL + "streamGenerateContent?alt=sse&a=%26");
            assertThat(seen.headers().first("x-goog-api-key")).contains(GeminiRig.REAL_KEY);
        });
        assertThat(rig.meter.settled()).hasSize(1);
    }

    @Test
    void a_stream_as_a_list_counts_what_events_count() throws Exception {
        rig.send("POST", MODEL + "streamGenerateContent?alt=sse", HELLO, "x-goog-api-key", Door.KEY);
        HttpResponse<String> list =
                rig.send("POST", MODEL + "streamGenerateContent", HELLO, "x-goog-api-key", Door.KEY);

        assertThat(list.body()).startsWith("[");
        assertThat(rig.meter.settled()).hasSize(2);
        assertThat(rig.counted(1)).isEqualTo(rig.counted(0));
        assertThat(rig.meter.settled().getLast().attribution().messageKind()).isEmpty();
    }

    @Test
    void searches_and_what_they_read_are_counted() throws Exception {
        String searching = HELLO.replace("{'contents'", "{'tools':[{'googleSearch':{}}],'contents'");
        rig.send("POST", MODEL + "generateContent", HELLO, "x-goog-api-key", Door.KEY);
        rig.send("POST", MODEL + "generateContent", searching, "x-goog-api-key", Door.KEY);

        assertThat(rig.tokens(1).toolCalls()).isEqualTo(2);
        assertThat(rig.counted(1).input()).isEqualTo(rig.counted(0).input() + 11);
        assertThat(rig.counted(1).reasoning()).isZero();
    }

    @Test
    void embeddings_do_not_tell_their_tokens_and_are_estimated() throws Exception {
        rig.send(
                "POST",
                "/v1beta/models/gemini-embedding-001:embedContent",
                "{'content':{'parts':[{'text':'12345678'}]}}",
                "x-goog-api-key",
                Door.KEY);

        assertThat(rig.counted(0).input()).isEqualTo(2);
        assertThat(rig.counted(0).output()).isZero();
        assertThat(rig.meter.settled().getFirst().attribution().messageKind()).isEqualTo("estimated");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/v1beta/models/imagen-4:predict",
        "POST,/v1beta/models/veo-3:predictLongRunning",
        "POST,/v1beta/models/gemini-2.5-flash:batchGenerateContent",
        "POST,/v1beta/cachedContents",
        "POST,/v1beta/models/a%2fb:generateContent",
        "POST,/v1beta/models/x/../gemini-2.5-flash:countTokens",
        "PATCH,/v1beta/models/gemini-2.5-flash:generateContent",
        "GET,/admin",
    })
    void what_cannot_be_counted_is_refused(String method, String path) throws Exception {
        HttpResponse<String> reply = rig.send(method, path, "{}", "x-goog-api-key", Door.KEY);

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).contains("\"code\":404", "NOT_FOUND", "Unmetered endpoint");
        assertThat(rig.received).isEmpty();
    }
}
