package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.simulator.upstream.OpenAiStandIn;

/** The client library as its users have it, with nothing but its address and key changed. */
class OpenAiClientTest {

    private final OpenAiRig rig = new OpenAiRig(new OpenAiStandIn.Options(Duration.ZERO, true));
    private final OpenAIClient client = OpenAIOkHttpClient.builder()
            .baseUrl(rig.door.url() + "/v1")
            .apiKey(Door.KEY)
            .build();

    @AfterEach
    void close() {
        client.close();
        rig.close();
    }

    @Test
    void completes_a_chat() {
        ChatCompletion reply = client.chat().completions().create(chat());

        assertThat(reply.choices().get(0).message().content().orElseThrow()).contains("Hello there");
        assertThat(rig.counted(0).total()).isEqualTo(reply.usage().orElseThrow().totalTokens());
        assertThat(rig.counted(0).cacheRead()).isPositive();
        assertThat(rig.meter.settled().get(0).reference().value()).isEqualTo(reply.id());
    }

    @Test
    void streams_a_chat() {
        StringBuilder text = new StringBuilder();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(chat())) {
            List<ChatCompletionChunk> chunks = stream.stream().toList();
            assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.choices()).isNotEmpty());
            chunks.forEach(chunk -> chunk.choices().get(0).delta().content().ifPresent(text::append));
        }

        assertThat(text).contains("Hello there");
        assertThat(rig.meter.settled()).hasSize(1);
        assertThat(rig.counted(0).total()).isPositive();
    }

    @Test
    void creates_and_streams_a_response() {
        ResponseCreateParams params = ResponseCreateParams.builder()
                .model("gpt-5")
                .input("Hello there")
                .build();

        Response reply = client.responses().create(params);
        try (StreamResponse<ResponseStreamEvent> stream = client.responses().createStreaming(params)) {
            assertThat(stream.stream().filter(event -> event.completed().isPresent()))
                    .hasSize(1);
        }

        assertThat(rig.meter.settled()).hasSize(2);
        assertThat(rig.counted(0)).isEqualTo(rig.counted(1));
        assertThat(rig.counted(0).total()).isEqualTo(reply.usage().orElseThrow().totalTokens());
    }

    @Test
    void embeds() {
        client.embeddings()
                .create(EmbeddingCreateParams.builder()
                        .model("text-embedding-3-small")
                        .input("Hello there")
                        .build());

        assertThat(rig.counted(0).input()).isPositive();
        assertThat(rig.counted(0).output()).isZero();
    }

    @Test
    void a_refusal_shows_in_the_client_and_is_not_tried_again() {
        rig.meter.credits(0);

        assertThatThrownBy(() -> client.chat().completions().create(chat()))
                .isInstanceOf(RateLimitException.class)
                .hasMessageContaining("Not enough ai tokens left");
        assertThat(rig.received).isEmpty();
    }

    private static ChatCompletionCreateParams chat() {
        return ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addUserMessage("Hello there")
                .build();
    }
}
