package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.weighhouse.simulator.upstream.GeminiStandIn;

/** An unmodified Gemini client calls through the real gateway. */
@ExtendWith(DemoProduct.class)
class GeminiIT {

    private static final String REAL_KEY = "AIza-real-key";
    private static final String MODEL = "gemini-2.5-pro";

    @Test
    void plainAndStreamedContentsCostExactlyTheProvidersTokens(Installation installation) throws Exception {
        try (GeminiStandIn gemini = new GeminiStandIn(Set.of(REAL_KEY))) {
            gemini.start("127.0.0.1", 0);
            Tenant tenant = Tenant.create(installation, "growth")
                    .connect("gemini", gemini.baseUrl().toString(), REAL_KEY);
            try (Client client = client(tenant)) {
                GenerateContentResponse reply = client.models.generateContent(MODEL, "Is the mill open?", null);
                int each = reply.usageMetadata().orElseThrow().totalTokenCount().orElseThrow();
                assertThat(tenant.api().recent("ai_tokens")).isEqualByComparingTo(BigDecimal.valueOf(each));

                try (ResponseStream<GenerateContentResponse> stream =
                        client.models.generateContentStream(MODEL, "Is the mill open?", null)) {
                    assertThat(stream).isNotEmpty();
                }
                assertThat(tenant.api().recent("ai_tokens")).isEqualByComparingTo(BigDecimal.valueOf(2L * each));
            }
        }
    }

    private static Client client(Tenant tenant) {
        return Client.builder()
                .apiKey(tenant.key())
                .httpOptions(HttpOptions.builder()
                        .baseUrl(tenant.installation().gateway + "/gemini")
                        .build())
                .build();
    }
}
