package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.ACME;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY_WITH_DEFAULTS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

class CallerTest {

    private final FakeAdapter adapter = FakeAdapter.answering("webchat", "{\"ok\":true}");
    private final GatewayFixture gateway = new GatewayFixture().with(adapter);

    @AfterEach
    void close() {
        gateway.close();
    }

    private Attribution attribution() {
        return adapter.requests().getFirst().attribution();
    }

    @Test
    void keyIsTheCallerAndStandsInTheAttribution() {
        gateway.send(gateway.request("/webchat/bot" + KEY + "/visitor/v1/x"));

        assertThat(adapter.callers()).containsExactly(new Caller.Key(ACME, "key-1"));
        assertThat(attribution()).isEqualTo(Attribution.NONE.with(Dimension.KEY, "key-1"));
    }

    @Test
    void withoutAKeyTheAdapterMayRecogniseThePerson() {
        assertThat(gateway.send(gateway.request("/webchat/visitor/v1/x")).statusCode())
                .isEqualTo(200);
        assertThat(adapter.callers()).containsExactly(new Caller.Visitor(ACME, "acc1", "v1"));
        assertThat(attribution()).isEqualTo(Attribution.NONE);
    }

    @Test
    void personIsRecognisedWhileKeysCannotBeChecked() {
        gateway.neighbours.keys().empty(gateway.keys);

        assertThat(gateway.send(gateway.request("/webchat/visitor/v1/x")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tokenThatIsNoneOfOursIsTheAdaptersToRecognise() {
        gateway.send(gateway.request("/webchat/bottoken/visitor/v1/x"));

        assertThat(adapter.callers()).containsExactly(new Caller.Visitor(ACME, "acc1", "v1"));
    }

    @Test
    void revokedKeyDoesNotBecomeAVisit() {
        gateway.keys.revoke("key-1");

        assertThat(gateway.send(gateway.request("/webchat/bot" + KEY + "/visitor/v1/x"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(adapter.callers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bot" + KEY_WITH_DEFAULTS + "/x", "/visitor/v1/x"})
    void keyAccountAndMarketCannotBeSaidFromOutside(String path) {
        gateway.send(gateway.request("/webchat;key=evil;account=a1;market=XX" + path)
                .header("baggage", "key=evil,account=evil,market=XX"));

        assertThat(attribution().key()).isEqualTo(path.startsWith("/bot") ? "key-2" : "");
        assertThat(attribution().account()).isEmpty();
        assertThat(attribution().market()).isEmpty();
        assertThat(adapter.requests().getFirst().account()).isEqualTo("a1");
    }

    @Test
    void malformedTelemetryOfOthersDoesNotHoldUpAMessage() {
        assertThat(gateway.send(gateway.request("/webchat/bot" + KEY + "/x")
                                .header("baggage", "campaign=100%,flow=welcome,sentry-trace=%zz"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(attribution().campaign()).isEmpty();
        assertThat(attribution().automationFlow()).isEqualTo("welcome");
        assertThat(adapter.requests().getFirst().headers().first("baggage")).contains("sentry-trace=%zz");
        assertThat(gateway.send(gateway.request("/metrics")).body())
                .contains("weighhouse_gateway_attribution_ignored_total 1.0\n");
    }
}
