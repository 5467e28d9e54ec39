package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/chat/completions, CHAT",
        "POST, /v1/completions, COMPLETIONS",
        "POST, /v1/responses, RESPONSES",
        "POST, /v1/responses/compact, COMPACTION",
        "POST, /v1/embeddings, EMBEDDINGS",
        "GET, /v1/responses/resp_1, FREE",
        "DELETE, /v1/responses/resp_1, FREE",
        "POST, /v1/responses/resp_1/cancel, FREE",
        "GET, /v1/models/gpt-4.1, FREE",
        "GET, /v1/models/meta-llama%2FLlama-3.1, FREE",
        "POST, /v1/conversations/conv_1/items, FREE",
    })
    void known_calls_have_their_place(String method, String path, Endpoint endpoint) {
        assertThat(Endpoint.of(method, path)).contains(endpoint);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/chat/completions/.",
        "POST, /v1/conversations/..",
        "POST, /v1/conversations/../items",
        "POST, /v1/chat/completions/%2e",
        "POST, /v1/responses/../cancel",
        "GET, /v1/..",
        "GET, /v1/models/%2e%2e/admin",
        "DELETE, /v1/files/..%2f..%2fadmin",
        "HEAD, /v1/models/.",
        "POST, /v1/chat/completions/",
        "POST, /v1/images/generations",
        "GET, /v1/realtime",
        "GET, /v2/models",
        "PUT, /v1/responses",
    })
    void other_calls_have_none(String method, String path) {
        assertThat(Endpoint.of(method, path)).isEmpty();
    }
}
