package org.weighhouse.gateway.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.gateway.internal.GatewayFixture;

class ReservationsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final WorkspaceId ACME = new WorkspaceId("acme");

    private final GatewayFixture gateway = new GatewayFixture();
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void close() {
        gateway.close();
    }

    private HttpResponse<String> post(UUID reservation) {
        return gateway.postJson(
                "/api/v1/reservations/" + reservation + "/post", "{\"tokens\":{\"input\":5,\"model\":\"m\"}}");
    }

    private HttpResponse<String> cancel(UUID reservation) {
        return gateway.send(
                gateway.api("/api/v1/reservations/" + reservation + "/void").POST(BodyPublishers.noBody()));
    }

    @Test
    void reservationIsHeldAndPosted() throws Exception {
        HttpResponse<String> held = gateway.postJson(
                "/api/v1/reservations", "{\"timeoutMs\":60000,\"message\":{\"channel\":\"sms\",\"quantity\":3}}");
        assertThat(held.statusCode()).isEqualTo(201);
        assertThat(gateway.meter.holds()).containsExactly(Duration.ofMinutes(1));
        String id = MAPPER.readTree(held.body()).path("id").asText();
        assertThat(MAPPER.readTree(held.body()).path("expiresAt").asText()).isEqualTo("2026-11-23T12:35:56Z");

        assertThat(post(UUID.fromString(id)).statusCode()).isEqualTo(204);
        assertThat(gateway.meter.settled().get(UUID.fromString(id)))
                .satisfies(event -> assertThat(event.reading()).isInstanceOf(Reading.Tokens.class))
                .satisfies(event -> assertThat(event.attribution().key()).isEqualTo("key-1"))
                .satisfies(event -> assertThat(event.time()).isEqualTo(GatewayFixture.NOW));
    }

    @Test
    void reservationBesideTooManyOthersIsToldToComeBack() {
        gateway.meter.refuseWith(new Decision.TooManyHolds());

        HttpResponse<String> reply = gateway.postJson("/api/v1/reservations", "{\"message\":{\"quantity\":3}}");

        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("retry-after")).isPresent();
        assertThat(reply.body()).contains("Post or void some of them");
    }

    @ParameterizedTest
    @CsvSource({
        "SETTLED,204",
        "EXPIRED,200",
        "ALREADY_POSTED,409",
        "COUNTED_BEFORE,409",
        "ALREADY_VOIDED,409",
        "UNKNOWN,404"
    })
    void postTellsWhatBecameOfTheHold(SettleOutcome outcome, int status) {
        gateway.meter.hold(new Hold(ACME, id), outcome);

        assertThat(post(id).statusCode()).isEqualTo(status);
        assertThat(gateway.meter.settled()).hasSize(status < 300 ? 1 : 0);
    }

    @Test
    void postSaysThatTheHoldHadExpiredAndCounts() throws Exception {
        gateway.meter.hold(new Hold(ACME, id), SettleOutcome.EXPIRED);

        assertThat(MAPPER.readTree(post(id).body()).path("outcome").asText()).isEqualTo("expired");
        assertThat(MAPPER.readTree(post(id).body()).path("outcome").asText()).isEqualTo("already_posted");
        assertThat(gateway.meter.settled()).containsOnlyKeys(id);
    }

    @ParameterizedTest
    @CsvSource({"SETTLED,204", "EXPIRED,204", "ALREADY_VOIDED,204", "ALREADY_POSTED,409", "UNKNOWN,404"})
    void voidTellsWhatBecameOfTheHold(SettleOutcome outcome, int status) {
        gateway.meter.hold(new Hold(ACME, id), outcome);

        assertThat(cancel(id).statusCode()).isEqualTo(status);
    }

    @Test
    void reservationOfAnotherWorkspaceIsNotFoundAndNothingIsCounted() {
        gateway.meter.hold(new Hold(new WorkspaceId("other"), id), SettleOutcome.SETTLED);

        HttpResponse<String> theirs = post(id);
        HttpResponse<String> nobodys = post(UUID.randomUUID());

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(withoutInstance(theirs)).isEqualTo(withoutInstance(nobodys));
        assertThat(cancel(id).statusCode()).isEqualTo(404);
        assertThat(gateway.meter.settled()).isEmpty();
        assertThat(gateway.meter.counted()).isEmpty();
        assertThat(gateway.meter.voidHold(new Hold(new WorkspaceId("other"), id)))
                .isEqualTo(SettleOutcome.SETTLED);
    }

    private static String withoutInstance(HttpResponse<String> reply) {
        return reply.body().replaceAll("urn:uuid:[0-9a-f-]+", "");
    }

    @Test
    void reservationBeyondTheLimitIsPaymentRequired() {
        gateway.meter.refuseWith(new Decision.Refused(
                new ReserveOutcome.Refused(Unit.MESSAGE_CREDIT, Amount.of(3), Amount.of(2), Instant.EPOCH)));

        HttpResponse<String> reply = gateway.postJson("/api/v1/reservations", "{\"message\":{\"quantity\":3}}");

        assertThat(reply.statusCode()).isEqualTo(402);
        assertThat(reply.body()).contains("\"available\":2", "\"requested\":3", "\"unit\":\"message_credits\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "[]",
                "{\"message\":{\"quantity\":0}}",
                "{\"message\":{},\"tokens\":{}}",
                "{\"other\":1}",
                "{\"message\":{},\"timeoutMs\":5}",
                "{\"message\":{\"input\":1}}",
                "{\"message\":{}} 5"
            })
    void badReservationsAreRefused(String body) {
        assertThat(gateway.postJson("/api/v1/reservations", body).statusCode()).isEqualTo(400);
        assertThat(gateway.meter.holds()).isEmpty();
    }
}
