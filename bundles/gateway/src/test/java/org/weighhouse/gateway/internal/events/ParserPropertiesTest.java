package org.weighhouse.gateway.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.gateway.internal.events.CloudEventParser.Shape;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.RequestId;

class ParserPropertiesTest {

    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final byte[] GOOD =
            ("[{\"id\":\"a\",\"source\":\"s\",\"specversion\":\"1.0\",\"type\":\"ai.tokens\","
                            + "\"subject\":\"acme\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"input\":1,\"campaign\":\"c\"}}]")
                    .getBytes(StandardCharsets.UTF_8);

    private final CloudEventParser parser = new CloudEventParser(100, Clock.systemUTC());

    private void understoodOrRefused(byte[] body) {
        try {
            assertThat(parser.parse(body, Shape.EITHER, ACME).events()).isNotNull();
        } catch (ProblemException refused) {
            assertThat(refused.problem().type().status()).isBetween(400, 499);
            assertThat(refused.problem().json(RequestId.next())).isNotEmpty();
        }
        try {
            assertThat(ReservationParser.parse(body)).isNotNull();
        } catch (ProblemException refused) {
            assertThat(refused.problem().type().status()).isEqualTo(400);
        }
    }

    @Property
    void anyBytes(@ForAll byte[] body) {
        understoodOrRefused(body);
    }

    @Property
    void goodEventWithBytesChanged(@ForAll("places") List<Integer> places, @ForAll("bytes") List<Byte> bytes) {
        byte[] body = GOOD.clone();
        for (int i = 0; i < Math.min(places.size(), bytes.size()); i++) {
            body[places.get(i)] = bytes.get(i);
        }
        understoodOrRefused(body);
    }

    @Property
    void piecesOfEventsInAnyOrder(@ForAll("pieces") List<String> pieces) {
        understoodOrRefused(String.join("", pieces).getBytes(StandardCharsets.UTF_8));
        understoodOrRefused(("{" + String.join(",", pieces) + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().between(0, GOOD.length - 1).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Byte>> bytes() {
        return Arbitraries.bytes().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        "null",
                        "1e99",
                        "\"id\":\"a\"",
                        "\"source\":\"\\u0000\"",
                        "\"type\":\"message.sent\"",
                        "\"type\":\"usage.corrected\"",
                        "\"subject\":\"acme\"",
                        "\"specversion\":\"1.0\"",
                        "\"data\":{\"quantity\":3}",
                        "\"data\":[[[[]]]]",
                        "\"data\":{\"value\":1e99}",
                        "\"time\":\"+999999999-12-31T23:59:59Z\"",
                        "\"message\":{\"quantity\":1}",
                        "\"tokens\":{\"input\":9}",
                        "\"timeoutMs\":99999999999999999999")
                .list()
                .ofMaxSize(12);
    }
}
