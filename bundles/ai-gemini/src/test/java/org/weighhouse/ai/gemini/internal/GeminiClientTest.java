package org.weighhouse.ai.gemini.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ClientException;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.HttpOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.api.TokenBuckets;

/** The client library as its users have it, with nothing but its address and key changed. */
class GeminiClientTest {

    private static final GenerateContentConfig SHORT =
            GenerateContentConfig.builder().maxOutputTokens(256).build();

    private final GeminiRig rig = new GeminiRig();
    private final Client client = Client.builder()
            .apiKey(Door.KEY)
            .httpOptions(
                    HttpOptions.builder().baseUrl(rig.door.url().toString()).build())
            .build();

    @AfterEach
    void close() {
        client.close();
        rig.close();
    }

    @Test
    void generates_content_and_keeps_the_providers_total() {
        GenerateContentResponse reply =
                client.models.generateContent("gemini-2.5-pro", "Hello there, miller of old", SHORT);

        GenerateContentResponseUsageMetadata usage = reply.usageMetadata().orElseThrow();
        long cached = usage.cachedContentTokenCount().orElseThrow();
        assertThat(reply.text()).contains("Hello there");
        assertThat(cached).isPositive();
        assertThat(rig.counted(0))
                .isEqualTo(new TokenBuckets(
                        usage.promptTokenCount().orElseThrow() - cached,
                        usage.candidatesTokenCount().orElseThrow(),
                        cached,
                        0,
                        0,
                        usage.thoughtsTokenCount().orElseThrow()));
        assertThat(rig.counted(0).total())
                .isEqualTo(usage.totalTokenCount().orElseThrow().longValue());
        assertThat(rig.meter.settled().getFirst().reference().value())
                .isEqualTo(reply.responseId().orElseThrow());
        assertThat(rig.meter.settled().getFirst().attribution().model()).isEqualTo("gemini-2.5-pro");
    }

    @Test
    void streams_content_and_counts_what_the_plain_one_counts() {
        client.models.generateContent("gemini-2.5-flash", "Hello there", SHORT);
        StringBuilder text = new StringBuilder();
        try (ResponseStream<GenerateContentResponse> stream =
                client.models.generateContentStream("gemini-2.5-flash", "Hello there", SHORT)) {
            stream.forEach(each -> text.append(each.text()));
        }

        assertThat(text).contains("Hello there");
        assertThat(rig.received.getLast().target()).endsWith(":streamGenerateContent?alt=sse");
        assertThat(rig.counted(1)).isEqualTo(rig.counted(0));
    }

    @Test
    void counts_tokens_for_nothing() {
        assertThat(client.models
                        .countTokens("gemini-2.5-flash", "Hello there", null)
                        .totalTokens())
                .isPresent();
        assertThat(rig.meter.settled()).isEmpty();
    }

    @Test
    void an_error_of_the_provider_is_the_clients_and_costs_nothing() {
        assertThatThrownBy(() -> client.models.generateContent("gemini-mill", "Hello there", SHORT))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("models/gemini-mill is not found");
        assertThat(rig.meter.settled()).isEmpty();
    }

    @Test
    void a_refusal_shows_in_the_client() {
        rig.meter.credits(0);

        assertThatThrownBy(() -> client.models.generateContent("gemini-2.5-flash", "Hello there", SHORT))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("Not enough ai tokens left");
        assertThat(rig.received).isEmpty();
    }
}
