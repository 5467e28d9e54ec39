package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.simulator.upstream.OpenAiStandIn;

class OpenAiPassThroughTest {

    private static final String CHAT = "/v1/chat/completions";
    private static final String MESSAGES =
            "\"messages\":[{\"role\":\"user\",\"content\":\"Where is my order, h\u00e9?\"}]";

    private final OpenAiRig rig = new OpenAiRig(OpenAiStandIn.Options.DEFAULT);

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                "/v1/chat/completions|gpt-5-mini|'messages':[{'role':'user','content':'Where is my order?'}]",
                "/v1/responses|gpt-5-mini|'input':'Where is my order?'",
                "/v1/completions|gpt-4o-mini|'prompt':'Where is my order?'",
                "/v1/embeddings|text-embedding-3-small|'input':['Where is my order?']",
            })
    void a_plain_call_passes_byte_for_byte_and_counts_what_the_provider_says(String path, String model, String input)
            throws Exception {
        String body = "{ \"model\" : \"" + model + "\", " + input.replace('\'', '"') + ",\"unknown_field\":1.50 }";

        HttpResponse<String> reply = rig.post(path, body);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(rig.received.get(0).target()).isEqualTo(path);
        assertThat(rig.received.get(0).body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(rig.received.get(0).headers().first("Authorization")).hasValue("Bearer sk-real");
        assertThat(rig.received.get(0).headers().first("OpenAI-Organization")).hasValue("org-1");
        assertThat(rig.received.get(0).headers().first("OpenAI-Project")).isEmpty();
        JsonNode json = new ObjectMapper().readTree(reply.body());
        Occurrence event = rig.meter.settled().get(0);
        assertThat(rig.counted(0).total())
                .isEqualTo(json.path("usage").path("total_tokens").asLong())
                .isPositive();
        assertThat(event.reference().value())
                .isEqualTo(json.path("id")
                        .asText(reply.headers().firstValue("x-request-id").orElseThrow()));
        assertThat(event.attribution().messageKind()).isEmpty();
        assertThat(event.attribution().model()).isEqualTo(model);
        assertThat(event.attribution().channel()).isEqualTo("openai");
        assertThat(rig.meter.openHolds()).isZero();
    }

    @Test
    void a_stream_counts_and_hides_the_usage_the_client_did_not_ask_for() throws Exception {
        String body = "{\"model\":\"gpt-5\",\"stream\":true," + MESSAGES + "}";

        HttpResponse<String> reply = rig.post(CHAT, body);

        assertThat(new String(rig.received.get(0).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"stream_options\":{\"include_usage\":true}," + body.substring(1));
        assertThat(reply.body())
                .contains("Where")
                .doesNotContain("prompt_tokens")
                .endsWith("data: [DONE]\n\n");
        assertThat(rig.counted(0).reasoning()).isPositive();
        assertThat(rig.counted(0).cacheWrite()).isPositive();
        assertThat(rig.meter.settled().get(0).reference().value()).startsWith("chatcmpl-");
    }

    @Test
    void a_stream_shows_the_usage_the_client_asked_for() throws Exception {
        String body =
                "{\"model\":\"gpt-4o\",\"stream\":true,\"stream_options\":{\"include_usage\":true}," + MESSAGES + "}";

        HttpResponse<String> reply = rig.post(CHAT, body);

        assertThat(rig.received.get(0).body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.body()).contains("\"total_tokens\":" + rig.counted(0).total());
    }

    @Test
    void a_response_stream_passes_whole_and_counts() throws Exception {
        String body = "{\"model\":\"gpt-5-mini\",\"stream\":true,\"input\":\"hello\"}";

        HttpResponse<String> reply = rig.post("/v1/responses", body);

        assertThat(rig.received.get(0).body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.body())
                .contains(
                        "event: response.completed",
                        "\"total_tokens\":" + rig.counted(0).total());
        assertThat(rig.meter.settled().get(0).reference().value()).startsWith("resp_");
    }

    @Test
    void a_stream_arrives_piece_by_piece() throws Exception {
        CountDownLatch firstSeen = new CountDownLatch(1);
        String first = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
        rig.openAi.answerNext(new ChannelResponse(200, Headers.of("Content-Type", "text/event-stream"), out -> {
            out.write(first.getBytes(StandardCharsets.UTF_8));
            out.flush();
            await(firstSeen);
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }));

        HttpResponse<InputStream> reply = rig.http.send(
                rig.request(CHAT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"model\":\"gpt-4o\",\"stream\":true," + MESSAGES + "}"))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = reply.body()) {
            assertThat(new String(in.readNBytes(first.length()), StandardCharsets.UTF_8))
                    .isEqualTo(first);
            firstSeen.countDown();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("data: [DONE]\n\n");
        }
        assertThat(rig.meter.settled()).hasSize(1);
    }

    @Test
    void without_tokens_nothing_reaches_the_provider() throws Exception {
        rig.meter.credits(10);

        HttpResponse<String> reply = rig.post(CHAT, "{\"model\":\"gpt-4o\"," + MESSAGES + "}");

        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("x-should-retry")).hasValue("false");
        assertThat(reply.body()).contains("\"type\":\"insufficient_quota\"", "\"code\":\"insufficient_quota\"");
        assertThat(rig.received).isEmpty();
        assertThat(rig.meter.openHolds()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\u0007',
            value = {
                "POST, /v1/images/generations, application/json, {}, 404",
                "POST, /v1/batches, application/json, {}, 404",
                "POST, /v1/chat/completions/., application/json, {}, 404",
                "GET, /v1/conversations/.., application/json, {}, 404",
                "POST, /v1/chat//completions, application/json, {}, 404",
                "GET, /v1/realtime, application/json, {}, 404",
                "PUT, /v1/responses, application/json, {}, 404",
                "POST, /v1/chat/completions, application/json, {broken, 400",
                "POST, /v1/chat/completions, application/json, [], 400",
                "POST, /v1/chat/completions, text/plain, {}, 415",
            })
    void bad_input_is_refused_in_openais_shape(String method, String path, String type, String body, int status)
            throws Exception {
        HttpResponse<String> reply = rig.http.send(
                rig.request(path)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).startsWith("{\"error\":{\"message\":").contains("\"type\":\"invalid_request_error\"");
        assertThat(rig.received).isEmpty();
        assertThat(rig.meter.estimates()).isEmpty();
    }

    @Test
    void what_costs_no_tokens_passes() throws Exception {
        HttpResponse<String> models =
                rig.http.send(rig.request("/v1/models").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(models.body()).contains("gpt-4o");
        assertThat(models.headers().firstValue("x-ratelimit-limit-requests")).hasValue("10000");
        assertThat(rig.meter.estimates()).isEmpty();
    }

    @Test
    void the_providers_own_refusals_pass_and_cost_nothing() throws Exception {
        HttpResponse<String> reply = rig.post(CHAT, "{\"model\":\"gpt-4o\",\"messages\":[]}");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("Missing required parameter: 'messages'.");
        assertThat(rig.meter.settled()).isEmpty();
        assertThat(rig.meter.voided()).isEqualTo(1);
    }

    @Test
    void the_hold_covers_the_text_and_what_may_be_answered() throws Exception {
        rig.post(CHAT, "{\"model\":\"gpt-4o\",\"max_completion_tokens\":1000,\"n\":2," + MESSAGES + "}");

        Occurrence estimate = rig.meter.estimates().get(0);
        assertThat(estimate.reading()).isEqualTo(new Reading.Tokens("openai", new TokenBuckets(8, 2_000, 0, 0, 0)));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
