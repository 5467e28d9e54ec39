package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.weighhouse.simulator.upstream.OpenAiStandIn;
import org.weighhouse.simulator.upstream.ReceivedRequest;

/** An unmodified OpenAI client calls through the real gateway. */
@ExtendWith(DemoProduct.class)
class OpenAiIT {

    private static final String REAL_KEY = "sk-real-key";

    private final BlockingQueue<ReceivedRequest> upstream = new LinkedBlockingQueue<>();
    private OpenAiStandIn openAi;

    @BeforeEach
    void startUpstream() {
        openAi = new OpenAiStandIn(java.util.Set.of(REAL_KEY));
        openAi.start("127.0.0.1", 0);
        openAi.observe(upstream::add);
    }

    @AfterEach
    void stopUpstream() {
        openAi.close();
    }

    @Test
    void aPlainCompletionCostsExactlyTheProvidersTokens(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "growth");

        ChatCompletion completion = client(tenant).chat().completions().create(question());

        CompletionUsage usage = completion.usage().orElseThrow();
        assertThat(completion.choices().get(0).message().content()).isPresent();
        assertThat(tenant.api().recent("ai_tokens")).isEqualByComparingTo(BigDecimal.valueOf(usage.totalTokens()));
        assertThat(upstream.take().headers().first("Authorization")).contains("Bearer " + REAL_KEY);
    }

    @Test
    void tokensAreCountedInBucketsThatDoNotOverlap(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "growth");

        CompletionUsage usage = client(tenant)
                .chat()
                .completions()
                .create(question("gpt-5-mini"))
                .usage()
                .orElseThrow();

        long cached = usage.promptTokensDetails().orElseThrow().cachedTokens().orElseThrow();
        long reasoning =
                usage.completionTokensDetails().orElseThrow().reasoningTokens().orElseThrow();
        UsageCsv report = tenant.report();
        assertThat(cached).isPositive();
        assertThat(reasoning).isPositive();
        assertThat(report.sum("ai_tokens", "cache_read_tokens")).isEqualByComparingTo(BigDecimal.valueOf(cached));
        assertThat(report.sum("ai_tokens", "reasoning_tokens")).isEqualByComparingTo(BigDecimal.valueOf(reasoning));
        assertThat(report.sum("ai_tokens", "output_tokens"))
                .isEqualByComparingTo(BigDecimal.valueOf(usage.completionTokens() - reasoning));
        assertThat(report.sum("ai_tokens", "input_tokens").add(report.sum("ai_tokens", "cache_write_tokens")))
                .isEqualByComparingTo(BigDecimal.valueOf(usage.promptTokens() - cached));
        assertThat(report.sum("ai_tokens", "quantity")).isEqualByComparingTo(BigDecimal.valueOf(usage.totalTokens()));
    }

    @Test
    void aStreamCostsExactlyTheProvidersTokensAndShowsNoExtraChunk(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "growth");
        List<ChatCompletionChunk> chunks;
        try (StreamResponse<ChatCompletionChunk> stream =
                client(tenant).chat().completions().createStreaming(question())) {
            chunks = stream.stream().collect(Collectors.toList());
        }

        assertThat(chunks).isNotEmpty().noneMatch(chunk -> chunk.choices().isEmpty());
        JsonNode sent = Api.json(new String(upstream.take().body(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(sent.at("/stream_options/include_usage").asBoolean()).isTrue();
        ChatCompletion plain = client(tenant).chat().completions().create(question());
        long each = plain.usage().orElseThrow().totalTokens();
        assertThat(tenant.api().recent("ai_tokens")).isEqualByComparingTo(BigDecimal.valueOf(2 * each));
    }

    @Test
    void responsesAndEmbeddingsAreWeighedToo(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "growth");

        Response response = client(tenant)
                .responses()
                .create(ResponseCreateParams.builder()
                        .model("gpt-4o-mini")
                        .input("Say hello")
                        .build());
        long embedded = client(tenant)
                .embeddings()
                .create(EmbeddingCreateParams.builder()
                        .model("text-embedding-3-small")
                        .input("weigh me")
                        .build())
                .usage()
                .totalTokens();

        long responded = response.usage().orElseThrow().totalTokens();
        assertThat(tenant.api().recent("ai_tokens")).isEqualByComparingTo(BigDecimal.valueOf(responded + embedded));
    }

    @Test
    void pastAHardLimitTheClientGetsItsOwnErrorOnceAndNothingIsSent(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "free");
        String event = """
                {"specversion":"1.0","id":"all","source":"itest","type":"ai.tokens","subject":"%s",
                 "data":{"provider":"openai","model":"gpt-4o-mini","input":50000}}""".formatted(tenant.workspace());
        assertThat(tenant.api().event(event).statusCode()).isEqualTo(204);

        assertThatThrownBy(() -> client(tenant).chat().completions().create(question()))
                .isInstanceOf(RateLimitException.class)
                .hasMessageContaining("429");

        assertThat(upstream).isEmpty();
        assertThat(tenant.api().recent("ai_tokens")).isEqualByComparingTo("50000");
    }

    private Tenant connected(Installation installation, String plan) throws Exception {
        return Tenant.create(installation, plan)
                .connect("openai", openAi.baseUrl().toString(), REAL_KEY);
    }

    private static OpenAIClient client(Tenant tenant) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(tenant.installation().gateway + "/openai/v1")
                .apiKey(tenant.key())
                .build();
    }

    private static ChatCompletionCreateParams question() {
        return question("gpt-4o-mini");
    }

    private static ChatCompletionCreateParams question(String model) {
        return ChatCompletionCreateParams.builder()
                .model(model)
                .addUserMessage("Which weighs more: a kilo of feathers or a kilo of iron?")
                .build();
    }
}
