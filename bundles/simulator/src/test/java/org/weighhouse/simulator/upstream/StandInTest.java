package org.weighhouse.simulator.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TelegramStandIn telegram = new TelegramStandIn(Set.of("42:secret"));
    private final OpenAiStandIn openAi = new OpenAiStandIn(Set.of("sk-real"));
    private final URI telegramUrl = telegram.start("127.0.0.1", 0);
    private final URI openAiUrl = openAi.start("127.0.0.1", 0);

    @AfterEach
    void close() {
        telegram.close();
        openAi.close();
        http.close();
    }

    @Test
    void telegram_message_ids_rise_by_one_within_a_chat() throws Exception {
        JsonNode first = json(post(telegramUrl, "/bot42:secret/sendMessage", "{\"chat_id\":7,\"text\":\"a\"}"));
        JsonNode second = json(get(telegramUrl, "/bot42:secret/sendMessage?chat_id=7&text=b%20c"));

        assertThat(first.path("ok").asBoolean()).isTrue();
        assertThat(second.path("result").path("text").asText()).isEqualTo("b c");
        assertThat(second.path("result").path("message_id").asInt()
                        - first.path("result").path("message_id").asInt())
                .isEqualTo(1);
    }

    @Test
    void telegram_answers_a_media_group_with_one_message_each() throws Exception {
        JsonNode reply = json(post(
                telegramUrl,
                "/bot42:secret/sendMediaGroup",
                "{\"chat_id\":7,\"media\":[{\"type\":\"photo\"},{\"type\":\"video\"}]}"));

        assertThat(reply.path("result")).hasSize(2);
        assertThat(reply.path("result").get(1).has("video")).isTrue();
    }

    @Test
    void telegram_refuses_in_its_own_shape() throws Exception {
        assertThat(get(telegramUrl, "/bot1:wrong/getMe").body())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(get(telegramUrl, "/bot42:secret/fooBar").statusCode()).isEqualTo(404);
        assertThat(post(telegramUrl, "/bot42:secret/sendMessage", "{\"chat_id\":7}")
                        .body())
                .contains("\"error_code\":400", "message text is empty");
    }

    @Test
    void a_scripted_reply_is_given_once() throws Exception {
        telegram.answerNext(TelegramStandIn.tooManyRequests(Duration.ofSeconds(5)));

        assertThat(get(telegramUrl, "/bot42:secret/getMe").body()).contains("\"parameters\":{\"retry_after\":5}");
        assertThat(get(telegramUrl, "/bot42:secret/getMe").statusCode()).isEqualTo(200);
    }

    @Test
    void openai_streams_usage_only_when_asked() throws Exception {
        String asked = "{\"model\":\"gpt-5\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        String unasked = asked.replace("\"stream_options\":{\"include_usage\":true},", "");

        assertThat(post(openAiUrl, "/v1/chat/completions", asked).body())
                .contains("\"choices\":[],\"usage\":{")
                .endsWith("data: [DONE]\n\n");
        assertThat(post(openAiUrl, "/v1/chat/completions", unasked).body())
                .doesNotContain("usage")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void openai_counts_the_same_request_the_same() throws Exception {
        String body = "{\"model\":\"gpt-5-mini\",\"input\":\"Where is my order number 4711?\"}";

        JsonNode first = json(post(openAiUrl, "/v1/responses", body)).path("usage");
        JsonNode second = json(post(openAiUrl, "/v1/responses", body)).path("usage");

        assertThat(first).isEqualTo(second);
        assertThat(first.path("input_tokens_details").path("cached_tokens").asInt())
                .isPositive();
        assertThat(first.path("output_tokens_details").path("reasoning_tokens").asInt())
                .isPositive();
        assertThat(first.path("total_tokens").asInt())
                .isEqualTo(first.path("input_tokens").asInt()
                        + first.path("output_tokens").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/chat/completions, messages",
        "/v1/completions, prompt",
        "/v1/responses, input",
        "/v1/embeddings, input"
    })
    void openai_does_not_answer_for_a_model_it_does_not_have(String path, String field) throws Exception {
        HttpResponse<String> reply = post(openAiUrl, path, "{\"model\":\"gpt-9\",\"" + field + "\":[\"hi\"]}");

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body())
                .isEqualTo(
                        "{\"error\":{\"message\":\"The model `gpt-9` does not exist or you do not have access to it.\","
                                + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"model_not_found\"}}");
        assertThat(reply.headers().allValues("x-request-id")).hasSize(1);
        assertThat(get(openAiUrl, "/v1/models/gpt-9").body()).isEqualTo(reply.body());
        assertThat(get(openAiUrl, "/v1/models/gpt-9").statusCode()).isEqualTo(404);
    }

    @Test
    void openai_has_the_models_it_lists() throws Exception {
        for (JsonNode model : json(get(openAiUrl, "/v1/models")).path("data")) {
            String id = model.path("id").asText();
            assertThat(get(openAiUrl, "/v1/models/" + id).statusCode()).isEqualTo(200);
            assertThat(post(openAiUrl, "/v1/responses", "{\"model\":\"" + id + "\",\"input\":\"hi\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_observer_sees_the_raw_request() throws Exception {
        List<ReceivedRequest> seen = new CopyOnWriteArrayList<>();
        telegram.observe(seen::add);

        get(telegramUrl, "/file/bot42:secret/a%20b/%C3%A4?x=%2F&y=+");

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).target()).isEqualTo("/file/bot42:secret/a%20b/%C3%A4?x=%2F&y=+");
    }

    private HttpResponse<String> get(URI base, String target) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + target)));
    }

    private HttpResponse<String> post(URI base, String target, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + target))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.header("Authorization", "Bearer sk-real").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonText.read(response.body()).orElseThrow();
    }
}
