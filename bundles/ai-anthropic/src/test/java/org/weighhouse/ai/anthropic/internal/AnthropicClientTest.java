package org.weighhouse.ai.anthropic.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.TextBlockParam;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.api.TokenBuckets;

/** The client library as its users have it, with nothing but its address and key changed. */
class AnthropicClientTest {

    private static final String LONG = "Answer in the manner of a miller of long ago. ".repeat(10);

    private final AnthropicRig rig = new AnthropicRig();
    private final AnthropicClient client = AnthropicOkHttpClient.builder()
            .baseUrl(rig.door.url().toString())
            .apiKey(Door.KEY)
            .build();

    @AfterEach
    void close() {
        client.close();
        rig.close();
    }

    @Test
    void creates_a_message() {
        Message reply = client.messages().create(message("claude-haiku-4-5").build());

        assertThat(reply.content().getFirst().asText().text()).contains("Hello there");
        assertThat(rig.counted(0))
                .isEqualTo(new TokenBuckets(
                        reply.usage().inputTokens(), reply.usage().outputTokens(), 0, 0, 0));
        assertThat(rig.meter.settled().getFirst().reference().value()).isEqualTo(reply.id());
        assertThat(rig.meter.settled().getFirst().attribution().model()).isEqualTo("claude-haiku-4-5");
    }

    @Test
    void streams_a_message_and_counts_what_the_plain_one_counts() {
        client.messages().create(message("claude-sonnet-4-6").build());
        StringBuilder text = new StringBuilder();
        try (StreamResponse<RawMessageStreamEvent> stream =
                client.messages().createStreaming(message("claude-sonnet-4-6").build())) {
            stream.stream()
                    .flatMap(event -> event.contentBlockDelta().stream())
                    .forEach(delta -> text.append(delta.delta().asText().text()));
        }

        assertThat(text).contains("Hello there");
        assertThat(rig.counted(1)).isEqualTo(rig.counted(0));
    }

    @Test
    void tells_apart_what_is_read_from_the_cache_and_for_how_long_it_is_written() {
        for (CacheControlEphemeral.Ttl ttl :
                List.of(CacheControlEphemeral.Ttl.TTL_5M, CacheControlEphemeral.Ttl.TTL_1H)) {
            MessageCreateParams cached = message("claude-opus-4-6")
                    .systemOfTextBlockParams(List.of(TextBlockParam.builder()
                            .text(LONG)
                            .cacheControl(
                                    CacheControlEphemeral.builder().ttl(ttl).build())
                            .build()))
                    .build();
            Message reply = client.messages().create(cached);
            try (StreamResponse<RawMessageStreamEvent> stream =
                    client.messages().createStreaming(cached)) {
                assertThat(stream.stream().filter(RawMessageStreamEvent::isMessageStop))
                        .hasSize(1);
            }
            int plain = rig.meter.settled().size() - 2;
            long written = reply.usage().cacheCreationInputTokens().orElseThrow();
            boolean isLong = ttl.equals(CacheControlEphemeral.Ttl.TTL_1H);
            assertThat(written).isPositive();
            assertThat(rig.counted(plain))
                    .isEqualTo(rig.counted(plain + 1))
                    .isEqualTo(new TokenBuckets(
                            reply.usage().inputTokens(),
                            reply.usage().outputTokens(),
                            reply.usage().cacheReadInputTokens().orElseThrow(),
                            isLong ? 0 : written,
                            isLong ? written : 0,
                            0));
        }
    }

    @Test
    void counts_tokens_and_lists_models_for_nothing() {
        long tokens = client.messages()
                .countTokens(MessageCountTokensParams.builder()
                        .model("claude-haiku-4-5")
                        .addUserMessage("Hello there")
                        .build())
                .inputTokens();

        assertThat(tokens).isPositive();
        assertThat(client.models().list().data()).hasSize(3);
        assertThat(rig.meter.settled()).isEmpty();
    }

    @Test
    void an_error_of_the_provider_is_the_clients_and_costs_nothing() {
        assertThatThrownBy(() -> client.messages().create(message("claude-mill").build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("model: claude-mill");
        assertThat(rig.meter.settled()).isEmpty();
    }

    @Test
    void a_refusal_shows_in_the_client_and_is_not_tried_again() {
        rig.meter.credits(0);

        assertThatThrownBy(() ->
                        client.messages().create(message("claude-haiku-4-5").build()))
                .isInstanceOf(RateLimitException.class)
                .hasMessageContaining("Not enough ai tokens left");
        assertThat(rig.received).isEmpty();
    }

    private static MessageCreateParams.Builder message(String model) {
        return MessageCreateParams.builder().model(model).maxTokens(1024).addUserMessage("Hello there");
    }
}
