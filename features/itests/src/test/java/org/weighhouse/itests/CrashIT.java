package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.weighhouse.simulator.upstream.TelegramStandIn;

/** {@code kill -9} under load: what a bot was told is sent is counted once, whatever happens after. */
class CrashIT {

    private static final int CYCLES = Integer.getInteger("weighhouse.crash.cycles", 20);
    private static final int SENDERS = 8;
    private static final String TOKEN = "777:crash-token";

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void everyAcknowledgedMessageIsStillCountedOnceAfterAKill() throws Exception {
        Random random = new Random(20_261_123);
        try (TelegramStandIn telegram = new TelegramStandIn(Set.of(TOKEN))) {
            telegram.start("127.0.0.1", 0);
            try (Installation installation = Installation.start(DemoProduct.emptyFolder("crash"), false)) {
                Tenant tenant = Tenant.create(installation, "unlimited")
                        .connect("telegram", telegram.baseUrl().toString(), TOKEN);
                for (int cycle = 1; cycle <= CYCLES; cycle++) {
                    int started = cycle;
                    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
                        for (int sender = 0; sender < SENDERS; sender++) {
                            String campaign = "cycle" + started + "-sender" + sender;
                            senders.execute(() -> sendUntilItFails(tenant, campaign));
                        }
                        Thread.sleep(500 + random.nextInt(1_000));
                        installation.killHard();
                    }
                    installation.start();
                    assertAllCountedOnce(tenant, cycle);
                }
            }
        }
        assertThat(acknowledged.values().stream().mapToInt(Integer::intValue).sum())
                .as("there was load")
                .isGreaterThan(CYCLES * SENDERS);
    }

    /** One message at a time, so that at most one of a campaign is in doubt when the process dies. */
    private void sendUntilItFails(Tenant tenant, String campaign) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tenant.installation().gateway + "/telegram;campaign="
                        + campaign + "/bot" + tenant.key() + "/sendMessage"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"chat_id\":42,\"text\":\"hello\"}"))
                .build();
        try {
            while (true) {
                HttpResponse<String> reply = Installation.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (reply.statusCode() != 200) {
                    throw new IllegalStateException(reply.statusCode() + " " + reply.body());
                }
                acknowledged.merge(campaign, 1, Integer::sum);
            }
        } catch (IOException killed) {
            // The connection broke: that is what this test does.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertAllCountedOnce(Tenant tenant, int cycle) throws Exception {
        Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS);
        JsonNode rows = tenant.api()
                .rows(
                        "message_credits",
                        day.minus(Duration.ofDays(1)),
                        day.plus(Duration.ofDays(2)),
                        "&groupBy=campaign");
        Map<String, Integer> counted = new HashMap<>();
        rows.forEach(row -> counted.put(
                row.at("/groupBy/campaign").asText(), row.get("value").asInt()));
        acknowledged.forEach((campaign, sent) -> assertThat(counted.getOrDefault(campaign, 0))
                .as("counted of %s after kill %s; acknowledged %s", campaign, cycle, sent)
                .isBetween(sent, sent + 1));
    }
}
