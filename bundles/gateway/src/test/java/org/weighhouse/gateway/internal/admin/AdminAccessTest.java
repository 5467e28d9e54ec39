package org.weighhouse.gateway.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.ACME;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.api.Network;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Validity;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.Need;
import org.weighhouse.gateway.internal.rest.Route;

/** Every operation of the admin API × everybody who might ask × their own and a foreign workspace. */
class AdminAccessTest {

    private static final WorkspaceId OTHER = new WorkspaceId("other");
    private static final String KEY = "wh_narrow";

    private final GatewayFixture gateway = new GatewayFixture();

    @BeforeEach
    void makeTheOther() {
        gateway.workspaces.save(new Workspace(OTHER, "Other", ZoneId.of("UTC"), "free"));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    static Stream<Route> routes() {
        return AdminRoutes.of(new Neighbours(), Clock.systemUTC()).stream();
    }

    private HttpResponse<String> ask(Route route, WorkspaceId workspace, String bearer) {
        String path = route.template().replace("{workspace}", workspace.value()).replaceAll("\\{\\w+}", "x");
        HttpRequest.Builder request = gateway.request(path).method(route.method(), BodyPublishers.noBody());
        return gateway.send(bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer));
    }

    /** What the table of roles says, and nothing of what the gateway makes of it. */
    private static boolean may(Access access, Route route, WorkspaceId workspace) {
        Permission permission = ((Need.Right) route.need()).permission();
        if (permission.scope() == Permission.Scope.INSTALLATION) {
            return access.may(permission);
        }
        return route.template().contains("{workspace}")
                ? access.may(permission, workspace)
                : access.mayAnywhere(permission);
    }

    private void assertRule(Route route, String bearer, Access access, String who) {
        for (WorkspaceId workspace : List.of(ACME, OTHER)) {
            HttpResponse<String> reply = ask(route, workspace, bearer);
            boolean refused = reply.statusCode() == 403 && reply.body().contains("This is for ");
            assertThat(refused)
                    .as("%s %s in %s by %s: %s", route.method(), route.template(), workspace, who, reply.body())
                    .isNotEqualTo(may(access, route, workspace));
            assertThat(reply.statusCode()).isNotEqualTo(401).isLessThan(500);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void usersMayWhatTheirRolesSay(Route route) {
        for (Role role : Role.values()) {
            Assignment roleOfAcme = role.scope() == Permission.Scope.WORKSPACE
                    ? Assignment.of(role, ACME)
                    : Assignment.parse(role.word());
            String token = gateway.token(role.word(), roleOfAcme.toString());
            assertRule(route, token, new Access(Set.of(roleOfAcme)), role.word());
        }
        assertRule(route, gateway.token("nobody"), Access.NONE, "nobody");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void keysMayWhatTheirScopesStandFor(Route route) {
        for (KeyScope scope : KeyScope.values()) {
            gateway.keys.put(KEY, "narrow", ACME, KeyTerms.of("one").withScopes(Set.of(scope)));
            Access access =
                    switch (scope) {
                        case MANAGE -> new Access(Set.of(Assignment.of(Role.MANAGER, ACME)));
                        case READ -> new Access(Set.of(Assignment.of(Role.VIEWER, ACME)));
                        case SEND, INGEST -> Access.NONE;
                    };
            assertRule(route, KEY, access, scope.slug());
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void strangersAreTurnedAway(Route route) {
        String expired = gateway.tokens
                .create("admin", "old", Validity.ALWAYS.until(GatewayFixture.NOW))
                .text();
        gateway.token("admin", "admin");
        String gone = gateway.token("gone", "admin");
        gateway.users.remove("gone");

        for (String bearer : List.of("", "wht_unknown", "wh_unknown", expired, gone)) {
            HttpResponse<String> reply = ask(route, ACME, bearer);
            assertThat(reply.statusCode()).isEqualTo(401);
            assertThat(reply.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRoleThatIsTakenIsGoneAtOnce(Route route) {
        String token = gateway.token("anna", "admin");
        assertThat(ask(route, ACME, token).statusCode()).isNotEqualTo(403);

        gateway.users.setRoles("anna", Set.of());

        assertThat(ask(route, ACME, token).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenIsGoodFromItsSourcesAndInItsTimeAlone() {
        gateway.token("admin", "admin");
        String elsewhere = gateway.tokens
                .create("admin", "office", Validity.ALWAYS.from(List.of(Network.of("192.0.2.0/24"))))
                .text();
        String brief = gateway.tokens
                .create("admin", "brief", Validity.ALWAYS.until(GatewayFixture.NOW.plusSeconds(60)))
                .text();
        Route list = routes().filter(route -> route.template().endsWith("/users"))
                .findFirst()
                .orElseThrow();

        assertThat(ask(list, ACME, elsewhere).statusCode()).isEqualTo(403);
        assertThat(ask(list, ACME, brief).statusCode()).isEqualTo(200);
        gateway.clock.move(Duration.ofMinutes(1));
        HttpResponse<String> late = ask(list, ACME, brief);
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("This token expired at ");
    }

    @Test
    void aTokenIsNoKeyOfABot() {
        String token = gateway.token("admin", "admin");

        HttpResponse<String> reply =
                gateway.send(gateway.request("/api/v1/meters").header("Authorization", "Bearer " + token));

        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.body()).contains("takes keys of workspaces");
    }
}
