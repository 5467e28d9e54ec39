package org.weighhouse.ai.anthropic.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.kit.Door;

class AnthropicPassThroughTest {

    private static final String MESSAGE =
            "{'model':'claude-haiku-4-5','max_tokens':64,'messages':[{'role':'user','content':'Hi'}],'x':[1.0, 2]}";

    private final AnthropicRig rig = new AnthropicRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Libraries show the key one way or the other; both is what some proxies make of it. */
    @ParameterizedTest
    @ValueSource(strings = {"x-api-key", "authorization", "both"})
    void the_accounts_key_goes_out_in_the_place_of_ours(String way) throws Exception {
        String[] headers =
                switch (way) {
                    case "both" -> new String[] {"X-Api-Key", Door.KEY, "Authorization", "Bearer " + Door.KEY};
                    case "authorization" -> new String[] {"Authorization", "bearer " + Door.KEY};
                    default -> new String[] {"x-api-key", Door.KEY};
                };
        HttpResponse<String> reply = rig.send(
                "POST", "/v1/messages?beta=true", MESSAGE, with(headers, "anthropic-beta", "context-1m-2025-08-07"));

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(reply.headers().firstValue("request-id")).isPresent();
        assertThat(reply.headers().firstValue("anthropic-ratelimit-requests-limit"))
                .contains("4000");
        assertThat(rig.received).singleElement().satisfies(seen -> {
            assertThat(seen.target()).isEqualTo("/v1/messages?beta=true");
            assertThat(new String(seen.body(), StandardCharsets.UTF_8)).isEqualTo(MESSAGE.replace('\'', '"'));
            assertThat(seen.headers().first("x-api-key")).contains(AnthropicRig.REAL_KEY);
            assertThat(seen.headers().first("anthropic-beta")).contains("context-1m-2025-08-07");
            assertThat(seen.headers().fields()).noneMatch(field -> field.value().contains(Door.KEY));
        });
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.concat(Arrays.stream(headers), Arrays.stream(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/v1/messages/batches,Batches cannot be counted",
        "POST,/v1/complete,Unmetered endpoint",
        "POST,/v1/skills,Unmetered endpoint",
        "PUT,/v1/messages,Unmetered endpoint",
        "POST,/v1/messages/../messages/count_tokens,Unmetered endpoint",
        "POST,/v1/messages/%2e%2e/models,Unmetered endpoint",
        "GET,/v2/models,Unmetered endpoint",
    })
    void what_cannot_be_counted_is_refused(String method, String path, String why) throws Exception {
        HttpResponse<String> reply = rig.send(method, path, "{}", "x-api-key", Door.KEY);

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).contains("\"type\":\"error\"", "not_found_error", why);
        assertThat(rig.received).isEmpty();
    }

    @Test
    void searches_of_the_provider_are_counted_beside_the_tokens() throws Exception {
        String tools = "'tools':[{'type':'web_search_20250305','name':'web_search'}],'messages'";
        for (String stream : new String[] {"false", "true"}) {
            rig.send(
                    "POST",
                    "/v1/messages",
                    MESSAGE.replace("'messages'", "'stream':" + stream + "," + tools),
                    "x-api-key",
                    Door.KEY);
        }

        assertThat(rig.meter.settled()).hasSize(2);
        assertThat(rig.tokens(0).toolCalls()).isEqualTo(1);
        assertThat(rig.tokens(1)).isEqualTo(rig.tokens(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}{}", "\"x\""})
    void a_body_that_is_no_object_is_refused_in_the_apis_shape(String body) throws Exception {
        HttpResponse<String> reply = rig.send("POST", "/v1/messages", body, "x-api-key", Door.KEY);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("invalid_request_error", "not a JSON object");
        assertThat(reply.headers().firstValue("x-should-retry")).contains("false");
    }
}
