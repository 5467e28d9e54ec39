package org.weighhouse.gateway.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class RequestIdTest {

    private final GatewayFixture gateway = new GatewayFixture()
            .with(new FakeAdapter(
                    "telegram", any -> ChannelResponse.of(200, Headers.of(RequestId.HEADER, "theirs"), new byte[0])));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void itIsAUuidMadeAtRandom() {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            UUID id = RequestId.next().value();
            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
            seen.add(id);
        }
        assertThat(seen).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/telegram/bot" + KEY + "/x", "/telegram/botnobody/x", "/api/v1/openapi.json", "/nowhere"})
    void everyAnswerHasOneAndNobodyElsesCounts(String path) {
        HttpResponse<String> reply = gateway.send(gateway.request(path).header(RequestId.HEADER, "mine"));

        assertThat(reply.headers().allValues(RequestId.HEADER))
                .singleElement()
                .satisfies(id -> assertThat(UUID.fromString(id)).hasToString(id));
        assertThat(id(gateway.send(gateway.request(path)))).isNotEqualTo(id(reply));
    }

    @Test
    void aProblemIsAnInstanceOfIt() {
        HttpResponse<String> reply = gateway.send(gateway.request("/nowhere"));

        assertThat(reply.body()).contains("\"instance\":\"urn:uuid:" + id(reply) + "\"");
    }

    @Test
    void soIsWhatTheParserRefuses() {
        HttpResponse<String> reply = gateway.send(gateway.request("/" + "x".repeat(100_000)));

        assertThat(reply.statusCode()).isEqualTo(414);
        assertThat(reply.body()).contains("\"instance\":\"urn:uuid:" + id(reply) + "\"");
    }

    private static String id(HttpResponse<String> reply) {
        return reply.headers().firstValue(RequestId.HEADER).orElseThrow();
    }
}
