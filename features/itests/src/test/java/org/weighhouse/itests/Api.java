package org.weighhouse.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The gateway's REST API with one key. */
record Api(URI gateway, String key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key);
    }

    HttpResponse<String> get(String path) throws Exception {
        return Installation.HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        HttpRequest request = request(path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Installation.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Reports a CloudEvent. */
    HttpResponse<String> event(String cloudEvent) throws Exception {
        return post("/api/v1/events", "application/cloudevents+json", cloudEvent);
    }

    /** The meter's total over a range, in one slice per group. */
    BigDecimal total(String slug, Instant from, Instant to) throws Exception {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : rows(slug, from, to, "")) {
            sum = sum.add(new BigDecimal(row.get("value").asText()));
        }
        return sum;
    }

    JsonNode rows(String slug, Instant from, Instant to, String more) throws Exception {
        String path = "/api/v1/meters/" + slug + "/query?from=" + encode(from) + "&to=" + encode(to) + more;
        HttpResponse<String> reply = get(path);
        if (reply.statusCode() != 200) {
            throw new IllegalStateException(reply.statusCode() + " " + reply.body());
        }
        return JSON.readTree(reply.body()).get("data");
    }

    /** What was used since yesterday, for workspaces that a test has just made. */
    BigDecimal recent(String slug) throws Exception {
        long day = Duration.ofDays(1).toSeconds();
        long now = Instant.now().getEpochSecond() / day * day;
        return total(slug, Instant.ofEpochSecond(now - day), Instant.ofEpochSecond(now + 2 * day));
    }

    static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }

    private static String encode(Instant instant) {
        return URLEncoder.encode(instant.toString(), StandardCharsets.UTF_8);
    }
}
