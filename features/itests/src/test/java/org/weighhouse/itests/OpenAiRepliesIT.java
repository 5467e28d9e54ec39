package org.weighhouse.itests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.itests.ScriptedUpstream.Answer;
import org.weighhouse.itests.ScriptedUpstream.Asked;

/** What servers that speak the OpenAI API really answer, through the running gateway, and what is counted of it. */
@ExtendWith(DemoProduct.class)
class OpenAiRepliesIT {

    private static final String CHAT = "/openai/v1/chat/completions";
    private static final String PICTURE = "data:image/png;base64," + "iVBORw0KGgo".repeat(136_000);

    @Test
    void aCallersRequestIdThatTheUpstreamRepeatsMakesNothingFree(Installation installation) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Function<Asked, Answer> script = asked -> Answer.json("""
                {"id":"chatcmpl-%s","model":"m","choices":[{"message":{"content":"hi"}}],
                 "usage":{"prompt_tokens":%d,"completion_tokens":50,"total_tokens":%d}}""".formatted(
                asked.headers().get("X-Request-Id"), 100 + 10 * calls.get(), 150 + 10 * calls.getAndIncrement()));
        try (ScriptedUpstream upstream = ScriptedUpstream.start(script)) {
            Tenant tenant = connected(installation, "growth", upstream);

            for (int i = 0; i < 3; i++) {
                assertThat(send(tenant, CHAT, chat(""), "X-Request-Id", "0123456789abcdef0123")
                                .statusCode())
                        .isEqualTo(200);
            }

            assertThat(tokens(tenant)).isEqualByComparingTo("480");
        }
    }

    @Test
    void anEmbeddingsRequestIdThatTheUpstreamRepeatsMakesNothingFree(Installation installation) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Function<Asked, Answer> script = asked -> Answer.json("""
                {"object":"list","data":[],"model":"e","usage":{"prompt_tokens":%1$d,"total_tokens":%1$d}}""".formatted(7 * calls.incrementAndGet()));
        try (ScriptedUpstream upstream = ScriptedUpstream.start(script)) {
            Tenant tenant = connected(installation, "growth", upstream);

            for (int i = 0; i < 3; i++) {
                send(
                        tenant,
                        "/openai/v1/embeddings",
                        "{\"model\":\"e\",\"input\":\"x\"}",
                        "X-Request-Id",
                        "same-id-same-id-same-id");
            }

            assertThat(tokens(tenant)).isEqualByComparingTo("42");
        }
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                arguments("a total and nothing else", 15, plain("{\"total_tokens\":15}")),
                arguments("null beside a total", 15, plain("{\"prompt_tokens\":null,\"total_tokens\":15}")),
                arguments(
                        "numbers as texts",
                        15,
                        plain("{\"prompt_tokens\":\"10\",\"completion_tokens\":\"5\",\"total_tokens\":\"15\"}")),
                arguments(
                        "both namings, one of zeros",
                        150,
                        plain(
                                "{\"prompt_tokens\":100,\"completion_tokens\":50,\"input_tokens\":0,\"output_tokens\":0}")),
                arguments("an error with status 200", 0, Answer.json("{\"error\":{\"message\":\"overloaded\"}}")),
                arguments("no choices and no usage", 0, Answer.json("{\"id\":\"x\",\"choices\":null}")),
                arguments("a stream that is an error", 0, Answer.events("data: {\"error\":{\"message\":\"no\"}}\n\n")),
                arguments(
                        "a picture of 1.5 MB and the usage in one event",
                        1_310,
                        Answer.events(
                                "data: {\"id\":\"x\",\"choices\":[{\"delta\":{\"images\":[{\"image_url\":{\"url\":\""
                                        + PICTURE + "\"}}]}}],\"usage\":" + usage(20, 1_290)
                                        + "}\n\ndata: [DONE]\n\n")),
                arguments(
                        "a stream without its last blank line",
                        1_500,
                        Answer.events(content("\n\n") + "data: " + last() + "\n")),
                arguments(
                        "a stream with lone carriage returns",
                        1_500,
                        Answer.events(
                                (content("\n\n") + "data: " + last() + "\n\ndata: [DONE]\n\n").replace('\n', '\r'))),
                arguments(
                        "usage told in the first chunk and in the last",
                        1_300,
                        Answer.events("data: {\"choices\":[],\"usage\":" + usage(900, 1) + "}\n\n" + content("\n\n")
                                + "data: {\"choices\":[],\"usage\":" + usage(900, 400) + "}\n\ndata: [DONE]\n\n")),
                arguments(
                        "a compressed stream",
                        1_500,
                        Answer.compressed(content("\n\n") + "data: " + last() + "\n\ndata: [DONE]\n\n")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("replies")
    void whatTheUpstreamToldIsCounted(String name, int tokens, Answer answer, Installation installation)
            throws Exception {
        try (ScriptedUpstream upstream = ScriptedUpstream.start(asked -> answer)) {
            Tenant tenant = connected(installation, "growth", upstream);

            send(tenant, CHAT, chat("\"max_tokens\":16000,"));

            assertThat(tokens(tenant)).as(name).isEqualByComparingTo(BigDecimal.valueOf(tokens));
            assertThat(available(tenant)).isEqualByComparingTo(BigDecimal.valueOf(1_000_000 - tokens));
        }
    }

    @Test
    void aResponseThatCarriesAPictureIsCountedAsItSays(Installation installation) throws Exception {
        String completed =
                "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"id\":\"resp_1\","
                        + "\"model\":\"m\",\"output\":[{\"type\":\"image_generation_call\",\"result\":\""
                        + PICTURE.substring(0, 1_100_000)
                        + "\"}],\"usage\":{\"input_tokens\":800,\"output_tokens\":6000,\"total_tokens\":6800}}}\n\n";
        try (ScriptedUpstream upstream = ScriptedUpstream.start(asked -> Answer.events(completed))) {
            Tenant tenant = connected(installation, "growth", upstream);

            HttpResponse<String> reply =
                    send(tenant, "/openai/v1/responses", "{\"model\":\"m\",\"input\":\"draw\",\"stream\":true}");

            assertThat(reply.body()).isEqualTo(completed);
            assertThat(tokens(tenant)).isEqualByComparingTo("6800");
        }
    }

    @Test
    void aHeadThatNobodyCanReadIsRefusedInThePlatformsShapeAndCostsNothing(Installation installation) throws Exception {
        byte[] head = ("HTTP/1.1 200 OK\r\nX: " + "x".repeat(10_000_000) + "\r\n\r\n").getBytes(US_ASCII);
        try (ScriptedUpstream upstream = ScriptedUpstream.start(asked -> new Answer(head))) {
            Tenant tenant = connected(installation, "growth", upstream);

            HttpResponse<String> reply = send(tenant, CHAT, chat(""));

            assertThat(reply.statusCode()).isEqualTo(502);
            assertThat(reply.headers().firstValue("x-should-retry")).hasValue("false");
            assertThat(reply.body()).contains("\"code\":\"upstream_failed\"", "Nothing was charged");
            assertThat(tokens(tenant)).isEqualByComparingTo("0");
        }
    }

    @Test
    void aLengthBesideChunksIsPassedOnAsItShouldHaveBeen(Installation installation) throws Exception {
        String body = "{\"id\":\"x\",\"choices\":[],\"usage\":" + usage(1_000, 500) + "}";
        byte[] reply = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                        + "\r\n0\r\n\r\n")
                .getBytes(US_ASCII);
        try (ScriptedUpstream upstream = ScriptedUpstream.start(asked -> new Answer(reply))) {
            Tenant tenant = connected(installation, "growth", upstream);

            HttpResponse<String> passed = send(tenant, CHAT, chat(""));

            assertThat(passed.statusCode()).isEqualTo(200);
            assertThat(passed.body()).isEqualTo(body);
            assertThat(tokens(tenant)).isEqualByComparingTo("1500");
        }
    }

    @Test
    void thoughtsThatAreBrokenOffAreEstimatedLikeContent(Installation installation) throws Exception {
        String thought =
                "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"" + "think ".repeat(66) + "hard\"}}]}\n\n";
        try (ScriptedUpstream upstream = ScriptedUpstream.start(asked -> Answer.brokenOff(thought.repeat(100)))) {
            Tenant tenant = connected(installation, "growth", upstream);

            try {
                send(tenant, CHAT, chat("\"stream\":true,"));
            } catch (java.io.IOException theStreamIsCutForTheClientToo) {
                assertThat(theStreamIsCutForTheClientToo).isNotNull();
            }

            assertThat(eventually(tenant)).isBetween(BigDecimal.valueOf(9_900), BigDecimal.valueOf(10_200));
        }
    }

    static Stream<Arguments> expensive() {
        String prompts = String.join(",", java.util.Collections.nCopies(100, "\"tell me\""));
        return Stream.of(
                arguments("a hundred prompts", "{\"model\":\"m\",\"max_tokens\":1000,\"prompt\":[" + prompts + "]}"),
                arguments(
                        "the best of a hundred",
                        "{\"model\":\"m\",\"max_tokens\":1000,\"best_of\":100,\"prompt\":\"x\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expensive")
    void whatCannotBePaidForIsNotSent(String name, String body, Installation installation) throws Exception {
        try (ScriptedUpstream upstream = ScriptedUpstream.start(asked -> plain("{\"total_tokens\":1}"))) {
            Tenant tenant = connected(installation, "free", upstream);

            HttpResponse<String> reply = send(tenant, "/openai/v1/completions", body);

            assertThat(reply.statusCode()).as(name).isEqualTo(429);
            assertThat(reply.body()).contains("insufficient_quota");
            assertThat(upstream.asked()).isEmpty();
            assertThat(tokens(tenant)).isEqualByComparingTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("detours")
    void aPathThatMeansAnotherIsNotSent(String path, Installation installation) throws Exception {
        try (ScriptedUpstream upstream = ScriptedUpstream.start(asked -> plain("{\"total_tokens\":1}"))) {
            Tenant tenant = connected(installation, "growth", upstream);

            assertThat(raw(tenant, path)).startsWith("HTTP/1.1 404");
            assertThat(upstream.asked()).isEmpty();
        }
    }

    static List<String> detours() {
        return List.of(
                "/openai/v1/chat/completions/.",
                "/openai/v1/conversations/..",
                "/openai/v1/conversations/%2e%2e",
                "/openai/v1/files/.%2E/chat/completions",
                "/openai/v1/models/../chat/completions");
    }

    @Test
    void theDemosStandInKnowsNotEveryModel(Installation installation) throws Exception {
        java.util.Properties demo = new java.util.Properties();
        try (var in = java.nio.file.Files.newBufferedReader(installation.data.resolve("demo.properties"))) {
            demo.load(in);
        }
        Tenant tenant = new Tenant(installation, demo.getProperty("workspace"), demo.getProperty("key"));

        HttpResponse<String> reply = send(tenant, CHAT, chat("").replace("\"m\"", "\"no-such-model\""));

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(Api.json(reply.body()).at("/error/code").asText()).isEqualTo("model_not_found");
    }

    private static Tenant connected(Installation installation, String plan, ScriptedUpstream upstream)
            throws Exception {
        return Tenant.create(installation, plan).connect("openai", upstream.url(), "sk-scripted");
    }

    private static HttpResponse<String> send(Tenant tenant, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = tenant.api()
                .request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Installation.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Java's client would tidy the path up. */
    private static String raw(Tenant tenant, String path) throws Exception {
        java.net.URI gateway = tenant.installation().gateway;
        try (java.net.Socket socket = new java.net.Socket(gateway.getHost(), gateway.getPort())) {
            String body = chat("");
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + tenant.key()
                                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static String chat(String more) {
        return "{\"model\":\"m\"," + more + "\"messages\":[{\"role\":\"user\",\"content\":\"hello there\"}]}";
    }

    private static Answer plain(String usage) {
        return Answer.json("{\"id\":\"x\",\"choices\":[{\"message\":{\"content\":\"hi\"}}],\"usage\":" + usage + "}");
    }

    private static String usage(int prompt, int completion) {
        return "{\"prompt_tokens\":" + prompt + ",\"completion_tokens\":" + completion + ",\"total_tokens\":"
                + (prompt + completion) + "}";
    }

    private static String content(String end) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"hello\"}}]}" + end;
    }

    private static String last() {
        return "{\"choices\":[],\"usage\":" + usage(1_000, 500) + "}";
    }

    private static BigDecimal tokens(Tenant tenant) throws Exception {
        return tenant.api().recent("ai_tokens");
    }

    /** A client that was cut off may ask before the gateway has settled. */
    private static BigDecimal eventually(Tenant tenant) throws Exception {
        BigDecimal tokens = tokens(tenant);
        for (int i = 0; i < 100 && tokens.signum() == 0; i++) {
            Thread.sleep(50);
            tokens = tokens(tenant);
        }
        return tokens;
    }

    private static BigDecimal available(Tenant tenant) throws Exception {
        String value = tenant.api()
                .get("/api/v1/subjects/" + tenant.workspace() + "/entitlements/ai_tokens/value")
                .body();
        return new BigDecimal(Api.json(value).get("balance").asText());
    }
}
