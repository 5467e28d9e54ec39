package org.weighhouse.gateway.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.gateway.internal.GatewayFixture;

class MetersTest {

    private static final String QUERY = "/api/v1/meters/message_credits/query";
    private static final TimeRange DAY =
            new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z"));

    private final GatewayFixture gateway = new GatewayFixture();

    @AfterEach
    void close() {
        gateway.close();
    }

    private static UsageRow row(String amount, String... group) {
        return new UsageRow(DAY, List.of(group), new Usage(Amount.parse(amount), 1, Measures.of(3)));
    }

    private static JsonNode json(HttpResponse<String> reply) throws Exception {
        assertThat(reply.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(reply.body());
    }

    @Test
    void everyParameterIsUnderstood() throws Exception {
        gateway.usage.answer(List.of(row("12.5", "telegram", "")));

        JsonNode answer =
                json(gateway.send(gateway.api(QUERY + "?from=2026-11-01T00:00:00Z&to=2026-11-03T00:00:00%2B01:00"
                        + "&windowSize=DAY&windowTimeZone=Europe/Vienna&subject=acme&filterGroupBy%5Bflow%5D=a&"
                        + "filterGroupBy[flow]=b&groupBy=channel&groupBy=campaign,subject")));

        assertThat(gateway.usage.asked().range().to()).isEqualTo(Instant.parse("2026-11-02T23:00:00Z"));
        assertThat(gateway.usage.asked().window()).isEqualTo(Window.DAY);
        assertThat(gateway.usage.asked().zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(gateway.usage.asked().unit()).isEqualTo(Unit.MESSAGE_CREDIT);
        assertThat(gateway.usage.asked().workspace().value()).isEqualTo("acme");
        assertThat(gateway.usage.asked().groupBy()).containsExactly(Dimension.CHANNEL, Dimension.CAMPAIGN);
        assertThat(gateway.usage.asked().filter()).isEqualTo(Map.of(Dimension.AUTOMATION_FLOW, Set.of("a", "b")));
        assertThat(answer.path("from").asText()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(answer.path("to").asText()).isEqualTo("2026-11-02T23:00:00Z");
        assertThat(answer.path("windowSize").asText()).isEqualTo("DAY");
        assertThat(answer.path("data").toString())
                .isEqualTo("[{\"value\":12.5,\"quantity\":3,\"windowStart\":\"2026-11-01T00:00:00Z\","
                        + "\"windowEnd\":\"2026-11-02T00:00:00Z\",\"subject\":\"acme\","
                        + "\"groupBy\":{\"channel\":\"telegram\",\"campaign\":null}}]");
    }

    @Test
    void postAsksTheSame() throws Exception {
        gateway.postJson(
                "/api/v1/meters/ai_tokens/query",
                "{\"from\":\"2026-11-01T00:00:00Z\",\"to\":\"2026-11-02T00:00:00Z\",\"windowSize\":\"HOUR\","
                        + "\"subject\":[\"acme\"],\"filterGroupBy\":{\"model\":[\"m\"],\"channel\":\"c\"},"
                        + "\"groupBy\":[\"feature\"],\"windowTimeZone\":null}");

        assertThat(gateway.usage.asked().unit()).isEqualTo(Unit.AI_TOKEN);
        assertThat(gateway.usage.asked().range()).isEqualTo(DAY);
        assertThat(gateway.usage.asked().window()).isEqualTo(Window.HOUR);
        assertThat(gateway.usage.asked().filter())
                .isEqualTo(Map.of(Dimension.MODEL, Set.of("m"), Dimension.CHANNEL, Set.of("c")));
        assertThat(gateway.usage.asked().groupBy()).containsExactly(Dimension.AI_FEATURE);
    }

    @Test
    void withoutParametersItIsTheWorkspacesMonthInOneSum() throws Exception {
        JsonNode answer = json(gateway.send(gateway.api(QUERY)));

        assertThat(gateway.usage.asked().window()).isEqualTo(Window.TOTAL);
        assertThat(answer.path("from").asText()).isEqualTo("2026-10-31T23:00:00Z");
        assertThat(answer.path("to").asText()).isEqualTo("2026-11-30T23:00:00Z");
        assertThat(answer.path("data")).hasSize(1);
        assertThat(answer.path("data").path(0).path("value").asInt(-1)).isZero();
        assertThat(answer.path("data").path(0).path("subject").isNull()).isTrue();
        assertThat(answer.path("data").path(0).path("groupBy").isEmpty()).isTrue();
        assertThat(answer.has("windowSize")).isFalse();
    }

    @Test
    void valuesAreExactNumbers() {
        gateway.usage.answer(List.of(row("9007199254740993.001"), row("100000000000000")));

        assertThat(gateway.send(gateway.api(QUERY + "?windowSize=DAY")).body())
                .contains("\"value\":9007199254740993.001", "\"value\":100000000000000,");
    }

    @Test
    void csvIsGivenToWhoPrefersIt() {
        gateway.usage.answer(List.of(row("1.5", "a,\"b\"\n", "x"), row("20", "", ""), row("1", "=1+1", "-")));
        var request = gateway.api(QUERY + "?windowSize=DAY&groupBy=campaign,flow&subject=acme");

        HttpResponse<String> reply = gateway.send(request.header("Accept", "application/json;q=0.5, text/csv"));

        assertThat(reply.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
        assertThat(reply.body())
                .isEqualTo("window_start,window_end,subject,campaign,flow,value,quantity\r\n"
                        + "2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,acme,\"a,\"\"b\"\"\n\",x,1.5,3\r\n"
                        + "2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,acme,,,20,3\r\n"
                        + "2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,acme,'=1+1,'-,1,3\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "text/csv;q=0.1, application/json",
                "image/png",
                "text/csv;q=0",
                ";;,q=,"
            })
    void jsonIsGivenToEverybodyElse(String accept) {
        HttpResponse<String> reply = gateway.send(gateway.api(QUERY).header("Accept", accept));

        assertThat(reply.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    void anyInstantsAndWindowsAreAskedFor() throws Exception {
        JsonNode answer = json(gateway.send(gateway.api(
                QUERY + "?from=2026-11-23T12:03:04.000005%2B05:45&to=2026-11-23T12:34:56.789Z&windowSize=MINUTE"
                        + "&windowTimeZone=%2B05:07&clientId=c1")));

        assertThat(answer.path("from").asText()).isEqualTo("2026-11-23T06:18:04.000005Z");
        assertThat(answer.path("to").asText()).isEqualTo("2026-11-23T12:34:56.789Z");
        assertThat(gateway.usage.asked().window()).isEqualTo(Window.MINUTE);
        assertThat(gateway.usage.asked().withEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"market,MARKET", "account,ACCOUNT", "key,KEY"})
    void whatIsNewAmongTheDimensionsGroupsAndFilters(String name, Dimension dimension) {
        gateway.send(gateway.api(QUERY + "?groupBy=" + name + "&filterGroupBy[" + name + "]=x"));

        assertThat(gateway.usage.asked().groupBy()).containsExactly(dimension);
        assertThat(gateway.usage.asked().filter()).isEqualTo(Map.of(dimension, Set.of("x")));
    }

    @Test
    void emptyWindowsAreAnsweredOnDemand() {
        gateway.send(gateway.api(QUERY + "?windowSize=DAY&emptyWindows=true"));
        assertThat(gateway.usage.asked().withEmpty()).isTrue();

        gateway.postJson(QUERY, "{\"windowSize\":\"DAY\",\"emptyWindows\":true}");
        assertThat(gateway.usage.asked().withEmpty()).isTrue();
    }

    @Test
    void answerWithTooManyRowsIsRefused() {
        gateway.usage.refuse();

        HttpResponse<String> reply = gateway.send(gateway.api(QUERY + "?groupBy=campaign"));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("100000 rows");
    }

    @Test
    void misspeltParametersAreNamedWithThoseThereAre() {
        HttpResponse<String> reply = gateway.send(gateway.api(QUERY + "?widnowSize=DAY&form=x&groupBy=channel"));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("no parameter form, widnowSize", "windowSize", "filterGroupBy[...]");
        assertThat(gateway.send(gateway.api("/api/v1/meters?page=2")).body()).contains("no parameter page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windowSize=SECOND",
                "windowSize=DAY&windowSize=DAY",
                "from=2026-11-01T00:00:00Z&from=2026-11-01T00:00:00Z",
                "emptyWindows=yes",
                "emptyWindows",
                "filterGroupBy=x",
                "from=2026-11-01T00:00:00Z&to=2026-11-09T00:00:00Z&windowSize=MINUTE",
                "windowSize=day",
                "from=yesterday",
                "from=2026-11-01",
                "from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z",
                "from=%2B999999999-01-01T00:00:00Z",
                "windowTimeZone=Mars/Olympus",
                "groupBy=colour",
                "filterGroupBy[colour]=red",
                "filterCustomerId=c1",
                "from=1970-01-01T00:00:00Z&windowSize=QUARTER_HOUR",
                "from=%zz"
            })
    void badQuestionsAreRefused(String query) {
        HttpResponse<String> reply = gateway.send(gateway.api(QUERY + "?" + query.replace("%zz", "%25zz")));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{} {}",
                "",
                "{\"from\":5}",
                "{\"subject\":[5]}",
                "{\"groupBy\":{\"a\":\"channel\"}}",
                "{\"filterGroupBy\":[]}",
                "{\"emptyWindows\":\"true\"}",
                "{\"widnowSize\":\"DAY\"}",
                "{\"from\":\"2026-11-01T00:00:00Z\",\"from\":\"2026-11-02T00:00:00Z\"}"
            })
    void badJsonQuestionsAreRefused(String body) {
        assertThat(gateway.postJson(QUERY, body).statusCode()).isEqualTo(400);
    }

    @Test
    void malformedEscapesAreRefused() throws Exception {
        for (String query : List.of("groupBy=%zz", "groupBy=%4", "%ff=1", "groupBy=%C3")) {
            String answer = gateway.raw("GET " + QUERY + "?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + GatewayFixture.KEY + "\r\n\r\n");

            assertThat(answer).as(query).startsWith("HTTP/1.1 400").contains("malformed percent escape");
        }
    }

    @Test
    void anothersSubjectIsForbidden() {
        assertThat(gateway.send(gateway.api(QUERY + "?subject=acme&subject=other"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(gateway.send(gateway.api(QUERY + "?filterGroupBy[subject]=other"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void metersAreListed() throws Exception {
        JsonNode list = json(gateway.send(gateway.api("/api/v1/meters")));

        assertThat(list)
                .extracting(meter -> meter.path("slug").asText())
                .containsExactly(
                        "message_credits", "ai_tokens", "subscribers", "engagements", "engagement_value", "cost");
        assertThat(json(gateway.send(gateway.api("/api/v1/meters/ai_tokens")))
                        .path("eventType")
                        .asText())
                .isEqualTo("ai.tokens");
        assertThat(gateway.send(gateway.api("/api/v1/meters/none/query")).statusCode())
                .isEqualTo(404);
    }
}
