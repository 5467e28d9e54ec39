package org.weighhouse.simulator.internal.traffic;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What the demo's bots say to the gateway, over HTTP like any bot. Thread-safe. */
public final class GatewayClient implements AutoCloseable {

    private final URI gateway;
    private final Duration timeout;
    private final HttpClient http;

    /** @param timeout longest wait for an answer's head and body */
    public GatewayClient(URI gateway, Duration timeout) {
        this.gateway = gateway;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(AnyCertificate.trusted())
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timeout)
                .build();
    }

    /** Whether the gateway says it is ready; false if nobody answers. */
    public boolean isReady() throws InterruptedException {
        try {
            return send(request("/health/ready").GET().build()) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Sends a message, attributed by matrix parameters.
     *
     * @return the HTTP status
     */
    int telegram(String key, Map<String, String> attribution, String json) throws IOException, InterruptedException {
        return post("/telegram" + matrix(attribution) + "/bot" + key + "/sendMessage", json);
    }

    /**
     * Asks for a chat completion, attributed by {@code baggage}, and reads the answer to its end.
     *
     * @return the HTTP status
     */
    int chatCompletion(String key, Map<String, String> attribution, String json)
            throws IOException, InterruptedException {
        return send(request("/openai/v1/chat/completions")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("baggage", baggage(attribution))
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** Breaks off whatever is under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    private int post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).timeout(timeout);
    }

    private int send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String matrix(Map<String, String> attribution) {
        return attribution.entrySet().stream()
                .map(each -> ";" + each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining());
    }

    private static String baggage(Map<String, String> attribution) {
        return attribution.entrySet().stream()
                .map(each -> each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
