package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What clients of the REST API really send, and what they are answered. */
@ExtendWith(DemoProduct.class)
class RestClientsIT {

    @Test
    void anEventWithoutTimeMayBeSentAgain(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        String event = message(tenant, "once", "");

        assertThat(tenant.api().event(event).statusCode()).isEqualTo(204);
        assertThat(tenant.api().event(event).statusCode()).isEqualTo(204);

        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("1");
    }

    @Test
    void aLeapSecondIsATime(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");

        assertThat(tenant.api()
                        .event(message(tenant, "leap", ",\"time\":\"2016-12-31T23:59:60Z\""))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void theOneBadEventOfABatchIsNamed(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        String batch =
                "[" + message(tenant, "a", "") + "," + message(tenant, "b", ",\"time\":\"1985-01-01T00:00:00Z\"") + "]";

        HttpResponse<String> reply = tenant.api().post("/api/v1/events", "application/cloudevents-batch+json", batch);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("1").contains("time");
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("0");
    }

    @Test
    void aRangeNeedsNoRoundEnds(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
        for (int second = 0; second < 10; second++) {
            tenant.api().event(message(tenant, "m" + second, ",\"time\":\"" + hour.plusSeconds(second) + "\""));
        }

        assertThat(tenant.api().total("message_credits", hour.plusSeconds(3), hour.plusSeconds(7)))
                .isEqualByComparingTo("4");
        assertThat(tenant.api().total("message_credits", hour.plusMillis(2_500), hour.plusSeconds(7_201)))
                .isEqualByComparingTo("7");
    }

    @Test
    void anUnknownParameterIsNamed(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");

        HttpResponse<String> reply = tenant.api().get("/api/v1/meters/message_credits/query?windowsize=DAY");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("windowsize");
    }

    @Test
    void anEntitlementIsTheOneOfTheInstantThatIsAskedFor(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        Instant now = Instant.now();
        Instant monthStart = java.time.LocalDate.ofInstant(now, java.time.ZoneOffset.UTC)
                .withDayOfMonth(1)
                .atStartOfDay(java.time.ZoneOffset.UTC)
                .toInstant();
        Instant half =
                monthStart.plus(java.time.Duration.between(monthStart, now).dividedBy(2));
        tenant.api().event(message(tenant, "early", ",\"time\":\"" + half.minusSeconds(1) + "\""));
        tenant.api().event(message(tenant, "late", ",\"time\":\"" + half.plusSeconds(1) + "\""));

        assertThat(value(tenant, "message_credits", "").get("usage").asInt()).isEqualTo(2);
        assertThat(value(tenant, "message_credits", "?time=" + encode(half.toString()))
                        .get("usage")
                        .asInt())
                .isEqualTo(1);
        assertThat(tenant.api()
                        .get("/api/v1/subjects/" + tenant.workspace()
                                + "/entitlements/message_credits/value?time=garbage")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsGrantedStaysTheSameWhileHoldsAreExceeded(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "free");
        String first = hold(tenant, 1);
        hold(tenant, 999);

        HttpResponse<String> posted =
                tenant.api().post("/api/v1/reservations/" + first + "/post", "application/json", quantity(100));

        assertThat(posted.statusCode()).as(posted.body()).isLessThan(300);
        assertThat(value(tenant, "message_credits", "")
                        .get("totalAvailableGrantAmount")
                        .asInt())
                .isEqualTo(1_000);
    }

    @Test
    void withoutALimitThereIsNoOverage(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "unlimited");
        tenant.api().event(message(tenant, "one", ""));

        JsonNode value = value(tenant, "message_credits", "");

        assertThat(value.get("hasAccess").asBoolean()).isTrue();
        assertThat(value.get("usage").asInt()).isEqualTo(1);
        assertThat(value.path("overage").asInt(0)).isZero();
        assertThat(value.hasNonNull("balance")).isFalse();
    }

    private static String hold(Tenant tenant, int credits) throws Exception {
        HttpResponse<String> reply = tenant.api().post("/api/v1/reservations", "application/json", quantity(credits));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return Api.json(reply.body()).get("id").asText();
    }

    private static String quantity(int credits) {
        return "{\"message\":{\"channel\":\"telegram\",\"kind\":\"text\",\"quantity\":" + credits + "}}";
    }

    private static JsonNode value(Tenant tenant, String slug, String query) throws Exception {
        return Api.json(tenant.api()
                .get("/api/v1/subjects/" + tenant.workspace() + "/entitlements/" + slug + "/value" + query)
                .body());
    }

    private static String message(Tenant tenant, String id, String more) {
        return """
                {"specversion":"1.0","id":"%s","source":"itest","type":"message.sent","subject":"%s"%s,
                 "data":{"channel":"telegram","kind":"text"}}""".formatted(id, tenant.workspace(), more);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
