package org.weighhouse.gateway.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.gateway.internal.GatewayFixture;

class EventsTest {

    private final GatewayFixture gateway = new GatewayFixture();

    @AfterEach
    void close() {
        gateway.close();
    }

    private static String event(String id, int quantity) {
        return "{\"specversion\":\"1.0\",\"type\":\"message.sent\",\"source\":\"crm\",\"subject\":\"acme\",\"id\":\""
                + id + "\",\"data\":{\"channel\":\"sms\",\"quantity\":" + quantity + "}}";
    }

    private HttpResponse<String> post(String mediaType, String body) {
        return gateway.send(
                gateway.api("/api/v1/events").header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @CsvSource({
        "application/cloudevents+json,false,204",
        "application/cloudevents+json;charset=UTF-8,false,204",
        "application/cloudevents-batch+json,true,204",
        "application/json,false,204",
        "application/json; charset=utf-8,true,204",
        "application/cloudevents+json,true,400",
        "application/cloudevents-batch+json,false,400",
        "text/plain,false,415",
        "application/json; charset=utf-16,false,415",
        "application/x-www-form-urlencoded,false,415",
    })
    void mediaTypeSaysWhatTheBodyIs(String mediaType, boolean batch, int status) {
        String event = event("a", 1);
        HttpResponse<String> reply = post(mediaType, batch ? "[" + event + "]" : event);

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(gateway.meter.counted()).hasSize(status == 204 ? 1 : 0);
        assertThat(reply.body().isEmpty()).isEqualTo(status == 204);
    }

    @Test
    void missingMediaTypeAndCompressedBodiesAreRefused() {
        var plain = gateway.api("/api/v1/events").POST(BodyPublishers.ofString(event("a", 1)));
        assertThat(gateway.send(plain).statusCode()).isEqualTo(415);
        var compressed = plain.header("Content-Type", "application/json").header("Content-Encoding", "gzip");
        assertThat(gateway.send(compressed).statusCode()).isEqualTo(415);
    }

    @Test
    void batchOfAThousandIsCounted() {
        String batch =
                IntStream.range(0, 1_000).mapToObj(i -> event("e" + i, 1)).collect(Collectors.joining(",", "[", "]"));

        assertThat(post("application/cloudevents-batch+json", batch).statusCode())
                .isEqualTo(204);
        assertThat(gateway.meter.counted()).hasSize(1_000);
    }

    @Test
    void oneBadEventHoldsBackItsWholeBatch() {
        HttpResponse<String> reply = post("application/json", "[" + event("a", 1) + "," + event("b", 0) + "]");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(reply.body()).contains("\"index\":1", "\"field\":\"data.quantity\"");
        assertThat(gateway.meter.counted()).isEmpty();
    }

    @Test
    void duplicateIsFineAndConflictIsTold() {
        assertThat(post("application/json", event("a", 1)).statusCode()).isEqualTo(204);
        assertThat(post("application/json", event("a", 1)).statusCode()).isEqualTo(204);

        HttpResponse<String> reply =
                post("application/json", "[" + event("b", 1) + "," + event("a", 2) + "," + event("b", 1) + "]");

        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.body())
                .contains("\"conflicts\":[{", "\"id\":\"a\"", "\"index\":1", "\"counted\":1", "\"duplicates\":1");
        assertThat(gateway.meter.counted()).extracting(UsageEvent::id).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void eventWithoutTimeIsFineWhenItIsRepeatedLater() {
        assertThat(post("application/json", event("a", 1)).statusCode()).isEqualTo(204);
        gateway.clock.move(Duration.ofMinutes(5));

        assertThat(post("application/json", event("a", 1)).statusCode()).isEqualTo(204);
        assertThat(post("application/json", event("a", 2)).statusCode()).isEqualTo(409);
        assertThat(gateway.meter.counted()).singleElement().satisfies(counted -> assertThat(counted.time())
                .isEqualTo(GatewayFixture.NOW));
    }

    @Test
    void eventThatSaysAnotherTimeThanBeforeIsAConflict() {
        String timed = event("a", 1).replace("\"id\"", "\"time\":\"2026-11-01T00:00:00Z\",\"id\"");
        assertThat(post("application/json", timed).statusCode()).isEqualTo(204);

        HttpResponse<String> other = post("application/json", timed.replace("11-01", "11-02"));

        assertThat(post("application/json", timed).statusCode()).isEqualTo(204);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("for another time");
    }

    @Test
    void correctionOfTheUnknownIsTold() {
        String correction = event("c", 1)
                .replace("message.sent", "usage.corrected")
                .replace("\"channel\"", "\"corrects\":\"nothing\",\"channel\"");

        HttpResponse<String> reply = post("application/json", correction);

        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.body()).contains("never counted");
    }

    @Test
    void anothersSubjectIsForbidden() {
        assertThat(post("application/json", event("a", 1).replace("acme", "other"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void emptyBatchIsFine() {
        assertThat(post("application/json", "[]").statusCode()).isEqualTo(204);
    }

    @Test
    void ledgerThatIsDownIsUnavailable() {
        gateway.meter.fail();

        HttpResponse<String> reply = post("application/json", event("a", 1));

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.headers().firstValue("retry-after")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wh_unknown", "Basic d2g6eA==", GatewayFixture.KEY})
    void callerWithoutAKeyIsRefused(String authorization) {
        var request = gateway.request("/api/v1/events")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event("a", 1)));
        HttpResponse<String> reply =
                gateway.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("www-authenticate")).isPresent();
        assertThat(gateway.meter.counted()).isEmpty();
    }

    @Test
    void camelHeadersAreRefusedHereToo() {
        var request = gateway.api("/api/v1/events")
                .header("Content-Type", "application/json")
                .header("CAMELfoo", "1")
                .POST(BodyPublishers.ofString(event("a", 1)));

        assertThat(gateway.send(request).statusCode()).isEqualTo(400);
        assertThat(gateway.meter.counted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlong", "UTF-16BE", "UTF-16LE", "UTF-32"})
    void bodiesInOtherEncodingsAreRefused(String encoding) {
        String event = "{\"specversion\":\"1.0\",\"id\":\"é\",\"source\":\"s\",\"type\":\"message.sent\","
                + "\"subject\":\"acme\",\"data\":{\"channel\":\"sms\"}}";
        byte[] body = encoding.equals("overlong")
                ? event.replace("é", "\u00c0\u00af").getBytes(StandardCharsets.ISO_8859_1)
                : event.getBytes(Charset.forName(encoding));

        HttpResponse<String> reply = gateway.send(gateway.api("/api/v1/events")
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("not UTF-8");
        assertThat(gateway.meter.counted()).isEmpty();
    }

    @Test
    void namesThatDeceiveTheEyeAreRefused() {
        HttpResponse<String> reply = gateway.send(gateway.api("/api/v1/events")
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofString("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\","
                        + "\"type\":\"message.sent\",\"subject\":\"acme\","
                        + "\"data\":{\"channel\":\"sms\",\"campaign\":\"sale\u202egpj.exe\"}}")));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("data.campaign", "invisible");
    }
}
