package org.weighhouse.gateway.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.ACME;
import static org.weighhouse.gateway.internal.GatewayFixture.NOW;

import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.api.Network;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

/** What keys are good for, at every address that there is. */
class KeyScopeTest {

    private static final String NARROW = "wh_narrow";

    private final FakeAdapter adapter = FakeAdapter.answering("telegram", "sent");
    private final GatewayFixture gateway = new GatewayFixture().with(adapter);

    @AfterEach
    void close() {
        gateway.close();
    }

    private void narrow(KeyTerms terms) {
        gateway.keys.put(NARROW, "narrow", ACME, terms);
    }

    static Stream<Route> routes() {
        return Operations.routes().stream();
    }

    private HttpResponse<String> ask(Route route, String key) {
        String path = route.template()
                .replace("{slug}", "message_credits")
                .replace("{workspace}", "acme")
                .replace("{id}", "00000000-0000-0000-0000-000000000000")
                .replaceAll("\\{\\w+}", "x");
        HttpRequest.Builder request = gateway.request(path).method(route.method(), BodyPublishers.noBody());
        return gateway.send(key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anOperationTakesKeysOfItsScopeAlone(Route route) {
        boolean open = route.need() == Need.NOTHING;
        assertThat(ask(route, "").statusCode() != 401).isEqualTo(open);
        assertThat(ask(route, "wh_nobody").statusCode() != 401).isEqualTo(open);
        for (KeyScope scope : KeyScope.values()) {
            narrow(KeyTerms.of("one").withScopes(Set.of(scope)));
            HttpResponse<String> reply = ask(route, NARROW);
            boolean refused = reply.statusCode() == 403 && reply.body().contains("does not have the scope");
            assertThat(refused)
                    .as("%s with %s", route.template(), scope)
                    .isEqualTo(route.need() instanceof Need.Scope needed && needed.scope() != scope);
        }
    }

    @Test
    void everythingBelowApiNeedsAKey() {
        assertThat(Operations.routes())
                .filteredOn(route -> route.need() == Need.NOTHING)
                .extracting(Route::template)
                .containsExactlyInAnyOrder("/", "/api/v1/openapi.json", "/health/live", "/health/ready", "/metrics");
    }

    @ParameterizedTest
    @EnumSource(KeyScope.class)
    void aChannelTakesKeysThatMaySend(KeyScope scope) {
        narrow(KeyTerms.of("one").withScopes(Set.of(scope)));

        HttpResponse<String> reply = gateway.send(gateway.request("/telegram/bot" + NARROW + "/x"));

        assertThat(reply.statusCode()).isEqualTo(scope == KeyScope.SEND ? 200 : 403);
        assertThat(adapter.requests()).hasSize(scope == KeyScope.SEND ? 1 : 0);
        assertThat(gateway.keys.uses()).hasSize(scope == KeyScope.SEND ? 1 : 0);
        if (scope != KeyScope.SEND) {
            assertThat(reply.body()).contains("\"ok\":false", "scope send");
        }
    }

    @Test
    void aKeyThatExpiredSaysWhen() {
        narrow(KeyTerms.of("short").until(NOW.plus(Duration.ofMinutes(1))));
        assertThat(gateway.send(gateway.request("/telegram/bot" + NARROW + "/x"))
                        .statusCode())
                .isEqualTo(200);

        gateway.clock.move(Duration.ofMinutes(1));

        HttpResponse<String> bot = gateway.send(gateway.request("/telegram/bot" + NARROW + "/x"));
        assertThat(bot.statusCode()).isEqualTo(401);
        assertThat(bot.body()).contains("expired at 2026-11-23T12:35:56Z");
        HttpResponse<String> program =
                gateway.send(gateway.request("/api/v1/meters").header("Authorization", "Bearer " + NARROW));
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(program.body()).contains("expired at");
    }

    @Test
    void aKeyIsGoodFromItsSourcesAlone() {
        narrow(KeyTerms.of("elsewhere").from(List.of(Network.of("192.0.2.0/24"), Network.of("2001:db8::/32"))));
        HttpResponse<String> elsewhere = gateway.send(gateway.request("/telegram/bot" + NARROW + "/x"));
        narrow(KeyTerms.of("here").from(List.of(Network.of("192.0.2.0/24"), Network.of("127.0.0.0/8"))));
        HttpResponse<String> here = gateway.send(gateway.request("/telegram/bot" + NARROW + "/x"));

        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(elsewhere.body()).contains("127.0.0.1");
        assertThat(here.statusCode()).isEqualTo(200);
        assertThat(adapter.requests()).hasSize(1);
    }

    @Test
    void behindATrustedProxyTheClientsAddressCounts() {
        narrow(KeyTerms.of("office").from(List.of(Network.of("192.0.2.0/24"))));
        HttpRequest.Builder fromTheOffice =
                gateway.request("/telegram/bot" + NARROW + "/x").header("X-Forwarded-For", "10.9.9.9, 192.0.2.7");
        assertThat(gateway.send(fromTheOffice.copy()).statusCode()).isEqualTo(403);

        gateway.neighbours.proxies().fill(new OneProxy());

        assertThat(gateway.send(fromTheOffice).statusCode()).isEqualTo(200);
        assertThat(gateway.send(gateway.request("/telegram/bot" + NARROW + "/x"))
                        .statusCode())
                .isEqualTo(403);
    }

    /** Everybody comes by way of it, and it says who was there last. */
    private static final class OneProxy implements TrustedProxies {
        @Override
        public boolean isTrusted(InetAddress peer) {
            return true;
        }

        @Override
        public Origin origin(InetAddress peer, List<String> forwardedFor, List<String> forwardedProto) {
            return forwardedFor.isEmpty()
                    ? new Origin(peer, false)
                    : new Origin(
                            Network.literal(
                                    forwardedFor.getLast().replaceAll(".*,", "").strip()),
                            false);
        }
    }

    @Test
    void theBodyOfAKeyThatMayNotIsNotRead() {
        narrow(KeyTerms.of("reader").withScopes(Set.of(KeyScope.READ)));
        byte[] large = new byte[2 << 20];

        assertThat(gateway.send(gateway.request("/telegram/bot" + NARROW + "/x")
                                .POST(BodyPublishers.ofByteArray(large)))
                        .statusCode())
                .isEqualTo(403);
    }
}
