package org.weighhouse.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;

/** Made-up models in the list's form. */
class LiteLlmTest {

    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private static final String LIST = """
            {
              "sample_spec": {"litellm_provider": "one of https://docs.example/providers", "mode": "chat",
                "input_cost_per_token": 0.0, "max_tokens": "the most tokens"},
              "gpt-mill": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1.5e-07,
                "output_cost_per_token": 6e-07, "cache_read_input_token_cost": 7.5e-08,
                "input_cost_per_token_batches": 1e-09, "input_cost_per_token_priority": 9e-01,
                "search_context_cost_per_query": {"search_context_size_low": 0.03, "search_context_size_medium": 0.035},
                "supports_vision": true, "supported_endpoints": ["/v1/chat/completions"]},
              "openai/gpt-float": {"litellm_provider": "openai", "input_cost_per_token": 2.4999999999999998e-06,
                "output_cost_per_token": 1, "output_cost_per_reasoning_token": null},
              "gpt-band": {"litellm_provider": "openai", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06,
                "cache_creation_input_token_cost": 1.25e-06, "cache_creation_input_token_cost_above_1hr": 2e-06,
                "input_cost_per_token_above_200k_tokens": 2e-06, "output_cost_per_token_above_200k_tokens": 3e-06,
                "input_cost_per_token_above_1000k_tokens": 4e-06,
                "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 5e-06},
              "whisper-mill": {"litellm_provider": "openai", "mode": "audio_transcription",
                "input_cost_per_second": 0.0001, "output_cost_per_second": 0.0001},
              "dall-mill": {"litellm_provider": "openai", "mode": "image_generation", "input_cost_per_pixel": 1.9e-08},
              "claude-mill": {"litellm_provider": "anthropic", "input_cost_per_token": 3e-06,
                "output_cost_per_token": 1.5e-05}
            }
            """;

    @Test
    void pricesOfTheNamedProvidersAreTakenOver() throws Exception {
        assertThat(LiteLlm.read(Set.of("openai"), stream(LIST)))
                .containsExactly(
                        new ModelPrice(
                                "openai",
                                "gpt-mill",
                                0,
                                150_000,
                                600_000,
                                75_000,
                                150_000,
                                150_000,
                                600_000,
                                35_000,
                                0),
                        new ModelPrice(
                                "openai",
                                "gpt-float",
                                0,
                                2_500_000,
                                1_000_000_000_000L,
                                2_500_000,
                                2_500_000,
                                2_500_000,
                                1_000_000_000_000L,
                                0,
                                0),
                        new ModelPrice(
                                "openai",
                                "gpt-band",
                                1_000_001,
                                4_000_000,
                                2_000_000,
                                4_000_000,
                                1_250_000,
                                2_000_000,
                                2_000_000,
                                0,
                                0),
                        new ModelPrice(
                                "openai",
                                "gpt-band",
                                200_001,
                                2_000_000,
                                3_000_000,
                                2_000_000,
                                1_250_000,
                                5_000_000,
                                3_000_000,
                                0,
                                0),
                        new ModelPrice(
                                "openai",
                                "gpt-band",
                                0,
                                1_000_000,
                                2_000_000,
                                1_000_000,
                                1_250_000,
                                2_000_000,
                                2_000_000,
                                0,
                                0),
                        new ModelPrice("openai", "whisper-mill", 0, 0, 0, 0, 0, 0, 0, 0, 6_000));
    }

    @Test
    void whatIsOfOthersStays() throws Exception {
        MessagePrice message = new MessagePrice("whatsapp", "*", "*", Amount.of(1));
        ModelPrice old = new ModelPrice("anthropic", "claude-old", 0, 1, 1, 1, 1, 1, 1, 0, 0);
        ModelPrice other = new ModelPrice("*", "*", 0, 2, 2, 2, 2, 2, 2, 0, 0);
        PriceBook base = new PriceBook(Instant.EPOCH, List.of(message), List.of(old, other));

        PriceBook book = new PriceFileService().readLiteLlm(base, JUNE, Set.of("anthropic"), stream(LIST));

        assertThat(book.effectiveFrom()).isEqualTo(JUNE);
        assertThat(book.messages()).containsExactly(message);
        assertThat(book.models()).extracting(ModelPrice::model).containsExactly("claude-mill", "*");
    }

    @Test
    void whoNamesNoProviderOfTheListIsToldThem() {
        assertThatThrownBy(() -> LiteLlm.read(Set.of("mistral"), stream(LIST)))
                .hasMessage("the file has no prices of mistral; it has anthropic, openai");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"m\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1e999999999}}",
                "{\"m\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1e-999999999}}",
                "{\"m\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": -1}}",
                "{\"m\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 99999999999}}",
                "{\"m\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": \"1e-06\"}}",
                "{\"m\": 1, \"n\": null, \"o\": [{}]}",
                "row,channel\n",
            })
    void whatIsNoSuchListIsRefused(String file) {
        assertThatThrownBy(() -> LiteLlm.read(Set.of("openai"), stream(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)(the file|the model m has a price that is none).*");
    }

    @Test
    void tooManyModelsAreRefused() {
        String many = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> "\"m" + i + "\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1e-06}")
                .collect(Collectors.joining(",", "{", "}"));

        assertThatThrownBy(() -> LiteLlm.read(Set.of("openai"), stream(many)))
                .hasMessageContaining("1001 prices of openai; at most 1000 are kept: name fewer providers");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
