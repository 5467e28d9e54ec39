package org.weighhouse.gateway.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class RestApiTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GatewayFixture gateway = new GatewayFixture();

    @AfterEach
    void close() {
        gateway.close();
    }

    private HttpResponse<String> get(String path) {
        return gateway.send(gateway.api(path));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/events,405,POST",
        "DELETE,/api/v1/meters/ai_tokens/query,405,'GET, HEAD, POST'",
        "POST,/metrics,405,'GET, HEAD'",
        "FOO,/,405,'GET, HEAD'",
        "GET,/api/v1/nothing,404,",
        "GET,/api,404,",
        "GET,/health,404,",
        "POST,/webhooks/telegram/1,404,",
        "DELETE,/webhooks,404,",
        "GET,/api/v1/events/,404,",
        "GET,/telegram,404,",
    })
    void unknownAddressesAndMethodsAreProblems(String method, String path, int status, String allow) throws Exception {
        HttpResponse<String> reply = gateway.send(gateway.api(path).method(method, BodyPublishers.noBody()));

        JsonNode problem = MAPPER.readTree(reply.body());
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("allow").orElse(null)).isEqualTo(allow);
        assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).startsWith("urn:weighhouse:problem:");
        assertThat(problem.path("instance").asText()).startsWith("urn:uuid:");
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() {
        HttpResponse<String> reply =
                gateway.send(gateway.request("/health/live").method("HEAD", BodyPublishers.noBody()));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void rootTellsWhatThisIs() {
        assertThat(get("/").body()).contains("Weighhouse gateway", "/api/v1/openapi.json");
    }

    @Test
    void readinessFollowsTheLedgerAndTheCatalog() {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);

        gateway.ledger.health(new LedgerHealth(false, "the disk is full"));
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("shard 1: the disk is full");
        assertThat(get("/metrics").body()).contains("weighhouse_ledger_writable 0.0\n");
        assertThat(get("/health/live").statusCode())
                .as("a restart by a watchdog would not free the disk")
                .isEqualTo(200);
        gateway.ledger.health(LedgerHealth.UP);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/metrics").body()).contains("weighhouse_ledger_writable 1.0\n");

        gateway.neighbours.keys().empty(gateway.keys);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsCountByChannelAndStatus() {
        gateway.with(FakeAdapter.answering("telegram", "{}"));
        get("/telegram/bot" + GatewayFixture.KEY + "/x");
        get("/telegram/botwh_no/x");
        get("/%22%7Devil/x");

        String metrics = get("/metrics").body();

        assertThat(metrics)
                .contains(
                        "# TYPE weighhouse_gateway_requests_total counter\n",
                        "weighhouse_gateway_requests_total{channel=\"telegram\",status=\"200\"} 1.0\n",
                        "weighhouse_gateway_requests_total{channel=\"telegram\",status=\"401\"} 1.0\n",
                        "weighhouse_gateway_requests_total{channel=\"unknown\",status=\"404\"} 1.0\n",
                        "weighhouse_gateway_refused_total{reason=\"unknown-key\"} 1.0\n",
                        "weighhouse_gateway_in_flight 0.0\n",
                        "weighhouse_ledger_writable 1.0\n")
                .doesNotContain("evil");
    }

    @Test
    void entitlementTellsWhatIsLeft() throws Exception {
        TimeRange period = new TimeRange(Instant.EPOCH, Instant.EPOCH);
        gateway.usage.answer(new Balance(
                true,
                Allowance.Limit.HARD,
                Amount.of(12_500),
                Amount.of(100),
                Amount.parse("7399.5"),
                Amount.ZERO,
                Amount.parse("19999.5"),
                period));

        JsonNode value = MAPPER.readTree(
                get("/api/v1/subjects/acme/entitlements/message_credits/value").body());

        assertThat(value.toString())
                .isEqualTo("{\"hasAccess\":true,\"balance\":7399.5,\"totalAvailableGrantAmount\":19999.5,"
                        + "\"usage\":12500,\"overage\":0}");
    }

    @Test
    void holdsOfMoreThanIsLeftGrantNothing() throws Exception {
        gateway.usage.answer(new Balance(
                true,
                Allowance.Limit.HARD,
                Amount.of(100),
                Amount.of(999),
                Amount.ZERO,
                Amount.ZERO,
                Amount.of(1_000),
                new TimeRange(Instant.EPOCH, Instant.EPOCH)));

        assertThat(value("").path("totalAvailableGrantAmount").asInt()).isEqualTo(1_000);
    }

    @Test
    void withoutALimitThereIsNoOverageAndNoBalance() throws Exception {
        gateway.usage.answer(new Balance(
                false,
                Allowance.Limit.SOFT,
                Amount.of(7),
                Amount.ZERO,
                Amount.ZERO,
                Amount.of(7),
                Amount.ZERO,
                new TimeRange(Instant.EPOCH, Instant.EPOCH)));

        assertThat(value("").toString()).isEqualTo("{\"hasAccess\":true,\"usage\":7,\"overage\":0}");
    }

    @Test
    void entitlementIsThatOfTheInstantAskedFor() throws Exception {
        value("");
        assertThat(gateway.usage.askedAt()).isEqualTo(GatewayFixture.NOW);

        value("?time=2026-10-31T23:30:00%2B01:00");
        assertThat(gateway.usage.askedAt()).isEqualTo(Instant.parse("2026-10-31T22:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time=garbage", "time=", "time=2026-10-31", "tiem=2026-10-31T22:30:00Z", "time=a&time=b"})
    void entitlementOfANonsensicalInstantIsRefused(String query) {
        assertThat(get("/api/v1/subjects/acme/entitlements/message_credits/value?" + query)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoWatchesMayAddToTheQuery() {
        assertThat(get("/health/live?t=1&t=2").statusCode()).isEqualTo(200);
        assertThat(get("/metrics?name=x").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/openapi.json?v=1").statusCode()).isEqualTo(400);
    }

    private JsonNode value(String query) throws Exception {
        return MAPPER.readTree(get("/api/v1/subjects/acme/entitlements/message_credits/value" + query)
                .body());
    }

    @ParameterizedTest
    @CsvSource({"true,HARD,0,false", "true,HARD,1,true", "true,SOFT,0,true", "false,HARD,0,true"})
    void accessEndsWithAHardLimitOnly(boolean limited, Allowance.Limit limit, long available, boolean access) {
        gateway.usage.answer(new Balance(
                limited,
                limit,
                Amount.of(1),
                Amount.ZERO,
                Amount.of(available),
                Amount.ZERO,
                Amount.of(available + 1),
                new TimeRange(Instant.EPOCH, Instant.EPOCH)));

        assertThat(get("/api/v1/subjects/acme/entitlements/ai_tokens/value").body())
                .contains("\"hasAccess\":" + access);
    }

    @Test
    void entitlementsOfOthersAreForbiddenAndUnknownOnesNotFound() {
        assertThat(get("/api/v1/subjects/other/entitlements/ai_tokens/value").statusCode())
                .isEqualTo(403);
        assertThat(get("/api/v1/subjects/acme/entitlements/none/value").statusCode())
                .isEqualTo(404);
    }

    @Test
    void descriptionIsServedToEverybody() throws Exception {
        assertThat(MAPPER.readTree(gateway.send(gateway.request("/api/v1/openapi.json"))
                                .body())
                        .path("openapi")
                        .asText())
                .startsWith("3.");
    }
}
