package org.weighhouse.simulator.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.simulator.internal.StandInGateway;
import org.weighhouse.simulator.internal.StandInGateway.Received;

class DemoTrafficTest {

    private static final int FAST = 6_000;
    private static final String KEY = "wh_testkey";

    private StandInGateway standIn;
    private GatewayClient client;

    @BeforeEach
    void start() throws IOException {
        standIn = new StandInGateway();
        client = new GatewayClient(standIn.uri(), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        client.close();
        standIn.close();
    }

    @Test
    void sends_messages_with_matrix_parameters_and_the_key_in_the_path() throws Exception {
        List<Received> messages = receive(60).stream()
                .filter(each -> each.uri().startsWith("/telegram;"))
                .toList();

        assertThat(messages).isNotEmpty().allSatisfy(message -> {
            assertThat(message.uri())
                    .matches(
                            "/telegram;(flow|account=Delivery%20bot;campaign)=[a-z-]+;subscriber=guest-[0-9]{4}/botwh_testkey/sendMessage");
            JsonNode body = json(message);
            assertThat(body.get("chat_id").isIntegralNumber()).isTrue();
            assertThat(body.get("text").asText()).isNotBlank();
        });
        assertThat(messages).anyMatch(message -> message.uri().contains("flow="));
        assertThat(messages).anyMatch(message -> message.uri().contains("campaign="));
    }

    @Test
    void asks_for_plain_and_streamed_completions_with_baggage_and_a_bearer_key() throws Exception {
        List<Received> calls = receive(60).stream()
                .filter(each -> each.uri().equals("/openai/v1/chat/completions"))
                .toList();

        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            assertThat(call.authorization()).isEqualTo("Bearer " + KEY);
            assertThat(call.baggage())
                    .startsWith("feature=")
                    .doesNotContain(" ")
                    .contains(",subscriber=guest-");
            assertThat(json(call).get("model").asText()).startsWith("gpt-4o");
            assertThat(json(call).get("messages")).hasSize(2);
        });
        assertThat(calls).anyMatch(call -> json(call).path("stream").asBoolean());
        assertThat(calls).anyMatch(call -> !json(call).has("stream"));
    }

    @Test
    void goes_on_after_refusals() throws Exception {
        standIn.answerWith(402);

        assertThat(receive(30)).hasSize(30);
    }

    @Test
    void waits_for_a_gateway_that_is_not_there() throws Exception {
        standIn.close();
        try (DemoTraffic traffic = new DemoTraffic(client, FAST)) {
            traffic.start(KEY);
            Thread.sleep(200);
        }
        assertThat(client.isReady()).isFalse();
    }

    @Test
    void sends_nothing_at_rate_zero() throws Exception {
        try (DemoTraffic traffic = new DemoTraffic(client, 0)) {
            traffic.start(KEY);
            Thread.sleep(200);
        }
        assertThat(standIn.waiting()).isZero();
    }

    @Test
    void stops_at_once_when_closed_and_does_not_start_again() throws Exception {
        DemoTraffic traffic = new DemoTraffic(client, FAST);
        traffic.start(KEY);
        standIn.next();

        traffic.close();
        client.close();
        traffic.start(KEY);

        Thread.sleep(200);
        int after = standIn.waiting();
        Thread.sleep(300);
        assertThat(standIn.waiting()).isEqualTo(after);
    }

    private List<Received> receive(int count) throws InterruptedException {
        List<Received> received = new ArrayList<>();
        try (DemoTraffic traffic = new DemoTraffic(client, FAST)) {
            traffic.start(KEY);
            while (received.size() < count) {
                received.add(standIn.next());
            }
        }
        return received;
    }

    private static JsonNode json(Received received) {
        try {
            return new ObjectMapper().readTree(received.body());
        } catch (IOException e) {
            throw new AssertionError(received.body(), e);
        }
    }
}
