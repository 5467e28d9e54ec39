package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.TelegramStandIn;

/** Whatever is thrown at the gateway: a clear 4xx in the caller's own protocol, and nothing has changed. */
@ExtendWith(DemoProduct.class)
class BadInputIT {

    private static final String TOKEN = "654321:bad-input-token";
    private static final int MORE_THAN_THE_LIMIT = 21 << 20;

    @Test
    void badInputGetsAClearErrorAndChangesNothing(Installation installation) throws Exception {
        BlockingQueue<ReceivedRequest> upstream = new LinkedBlockingQueue<>();
        try (TelegramStandIn telegram = new TelegramStandIn(Set.of(TOKEN))) {
            telegram.start("127.0.0.1", 0);
            telegram.observe(upstream::add);
            Tenant tenant = Tenant.create(installation, "growth")
                    .connect("telegram", telegram.baseUrl().toString(), TOKEN);

            Set<String> ids = new LinkedHashSet<>();
            for (BadCase bad : cases(tenant)) {
                HttpResponse<String> reply =
                        Installation.HTTP.send(bad.request(), HttpResponse.BodyHandlers.ofString());
                assertThat(reply.statusCode())
                        .as("%s: %s", bad.name(), reply.body())
                        .isEqualTo(bad.status());
                assertThat(reply.body()).as(bad.name()).contains(bad.shape()).doesNotContain(tenant.key());
                ids.add(reply.headers().firstValue("Weighhouse-Request-Id").orElseThrow());
            }

            assertThat(ids).hasSameSizeAs(cases(tenant));
            assertThat(upstream).isEmpty();
            assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("0");
            assertThat(tenant.api().recent("ai_tokens")).isEqualByComparingTo("0");
            assertThat(logs(installation))
                    .contains("Refused channel=telegram")
                    .doesNotContain(tenant.key())
                    .doesNotContain(TOKEN)
                    // The answer is found again.
                    .contains(" | " + ids.iterator().next() + " | Refused ");
        }
    }

    private static List<BadCase> cases(Tenant tenant) {
        String bot = "/telegram/bot" + tenant.key();
        String problem = "\"status\"";
        String telegram = "\"ok\":false";
        String openAi = "\"error\"";
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"message.sent\",\"subject\":\""
                + tenant.workspace() + "\",\"data\":";
        Api api = tenant.api();
        return List.of(
                new BadCase("unknown key, telegram", 401, telegram, post(api, "/telegram/botwh_no/sendMessage", "{}")),
                new BadCase(
                        "unknown key, openai",
                        401,
                        openAi,
                        HttpRequest.newBuilder(URI.create(api.gateway() + "/openai/v1/chat/completions"))
                                .header("Authorization", "Bearer wh_nobody")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build()),
                new BadCase(
                        "unknown key, api",
                        401,
                        problem,
                        HttpRequest.newBuilder(URI.create(api.gateway() + "/api/v1/meters"))
                                .header("Authorization", "Bearer wh_nobody")
                                .build()),
                new BadCase(
                        "malformed json, telegram", 400, telegram, post(api, bot + "/sendMessage", "{\"chat_id\":")),
                new BadCase("malformed json, openai", 400, openAi, post(api, "/openai/v1/chat/completions", "{nope")),
                new BadCase("malformed event", 400, problem, event(api, "{\"specversion\":")),
                new BadCase(
                        "event of unknown type", 400, problem, event(api, event.replace("message.sent", "x") + "{}}")),
                new BadCase(
                        "event with a bad quantity",
                        400,
                        problem,
                        event(api, event + "{\"channel\":\"telegram\",\"kind\":\"text\",\"quantity\":-1}}")),
                new BadCase(
                        "oversized body, telegram",
                        413,
                        telegram,
                        post(api, bot + "/sendMessage", "x".repeat(MORE_THAN_THE_LIMIT))),
                new BadCase("oversized body, api", 413, problem, event(api, "x".repeat(MORE_THAN_THE_LIMIT))),
                new BadCase(
                        "wrong content type, api",
                        415,
                        problem,
                        api.request("/api/v1/events")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("hello"))
                                .build()),
                new BadCase(
                        "wrong content type, openai",
                        415,
                        openAi,
                        api.request("/openai/v1/chat/completions")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("hello"))
                                .build()),
                new BadCase(
                        "camel header",
                        400,
                        "",
                        api.request(bot + "/sendMessage")
                                .header("Content-Type", "application/json")
                                .header("CamelHttpUri", "http://127.0.0.1:1/elsewhere")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"chat_id\":1,\"text\":\"x\"}"))
                                .build()),
                new BadCase("unknown method, telegram", 404, telegram, post(api, bot + "/send%20it", "{}")),
                new BadCase("unknown path, openai", 404, openAi, post(api, "/openai/v1/no/such/thing", "{}")),
                new BadCase("unknown channel", 404, problem, post(api, "/carrier-pigeon/send", "{}")),
                new BadCase(
                        "unknown http method, api",
                        405,
                        problem,
                        api.request("/api/v1/events").DELETE().build()));
    }

    private static HttpRequest post(Api api, String path, String body) {
        return api.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest event(Api api, String body) {
        return api.request("/api/v1/events")
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String logs(Installation installation) throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<java.nio.file.Path> files = Files.walk(installation.data)) {
            for (java.nio.file.Path file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(all.length()).as("there are logs to look at").isPositive();
        return all.toString();
    }

    private record BadCase(String name, int status, String shape, HttpRequest request) {}
}
