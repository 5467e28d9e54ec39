package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.RateLimitException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import java.math.BigDecimal;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.weighhouse.simulator.upstream.AnthropicStandIn;
import org.weighhouse.simulator.upstream.ReceivedRequest;

/** An unmodified Anthropic client calls through the real gateway. */
@ExtendWith(DemoProduct.class)
class AnthropicIT {

    private static final String REAL_KEY = "sk-ant-real-key";

    private final BlockingQueue<ReceivedRequest> upstream = new LinkedBlockingQueue<>();
    private final AnthropicStandIn anthropic = new AnthropicStandIn(Set.of(REAL_KEY));

    @BeforeEach
    void startUpstream() {
        anthropic.start("127.0.0.1", 0);
        anthropic.observe(upstream::add);
    }

    @AfterEach
    void stopUpstream() {
        anthropic.close();
    }

    @Test
    void plainAndStreamedMessagesCostExactlyTheProvidersTokens(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "growth");
        AnthropicClient client = client(tenant);

        Message message = client.messages().create(question());
        long each = message.usage().inputTokens() + message.usage().outputTokens();
        assertThat(tenant.api().recent("ai_tokens")).isEqualByComparingTo(BigDecimal.valueOf(each));
        assertThat(upstream.take().headers().first("x-api-key")).contains(REAL_KEY);

        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(question())) {
            assertThat(stream.stream().filter(RawMessageStreamEvent::isMessageStop))
                    .hasSize(1);
        }
        assertThat(tenant.api().recent("ai_tokens")).isEqualByComparingTo(BigDecimal.valueOf(2 * each));
    }

    @Test
    void whoIsOutOfTokensIsToldInTheClientsOwnWords(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "free");
        MessageCreateParams tooMuch =
                question().toBuilder().maxTokens(90_000_000).build();

        assertThatThrownBy(() -> client(tenant).messages().create(tooMuch)).isInstanceOf(RateLimitException.class);
        assertThat(upstream).isEmpty();
    }

    private static MessageCreateParams question() {
        return MessageCreateParams.builder()
                .model("claude-haiku-4-5")
                .maxTokens(256)
                .addUserMessage("Is the mill open?")
                .build();
    }

    private Tenant connected(Installation installation, String plan) throws Exception {
        return Tenant.create(installation, plan)
                .connect("anthropic", anthropic.baseUrl().toString(), REAL_KEY);
    }

    private static AnthropicClient client(Tenant tenant) {
        return AnthropicOkHttpClient.builder()
                .baseUrl(tenant.installation().gateway + "/anthropic")
                .apiKey(tenant.key())
                .build();
    }
}
