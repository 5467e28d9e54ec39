package org.weighhouse.gateway.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.ACME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.TooManyLoginsException;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.gateway.internal.GatewayFixture;

/** What the admin API does, by a platform admin's token. */
class AdminApiTest {

    private static final String ROOT = "/api/v1/admin";
    private static final String WORKSPACE = ROOT + "/workspaces/acme";

    private final GatewayFixture gateway = new GatewayFixture();
    private String token = "";

    @BeforeEach
    void logIn() {
        token = gateway.token("root", "admin");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private HttpResponse<String> call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = gateway.request(path)
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return gateway.send(request);
    }

    private JsonNode ok(int status, String method, String path, String body, String... headers) {
        HttpResponse<String> reply = call(method, path, body.replace('\'', '"'), headers);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        if (status < 300) {
            assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        }
        try {
            return new ObjectMapper().readTree(reply.body());
        } catch (IOException notJson) {
            throw new AssertionError(reply.body(), notJson);
        }
    }

    @Test
    void aWorkspaceIsMadeOnceAndChanged() {
        String path = ROOT + "/workspaces/globex";
        String body = "{'name':'Globex','zone':'Asia/Tokyo','plan':'growth','currency':'JPY'}";

        assertThat(ok(201, "PUT", path, body))
                .isEqualTo(ok(200, "PUT", path, body))
                .isEqualTo(ok(200, "GET", path, ""));
        ok(200, "PUT", path, body.replace("growth", "scale"));

        Workspace made = gateway.workspaces.find(new WorkspaceId("globex")).orElseThrow();
        assertThat(made.plan()).isEqualTo("scale");
        assertThat(made.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(ok(404, "GET", ROOT + "/workspaces/nowhere", "")
                        .path("detail")
                        .asText())
                .isEqualTo("There is no such workspace.");
        ok(422, "PUT", ROOT + "/workspaces/Not%20an%20id", body);
    }

    @Test
    void listsComeInPages() {
        for (String id : List.of("b1", "b2", "b3")) {
            gateway.workspaces.save(new Workspace(new WorkspaceId(id), id, ZoneId.of("UTC"), "free"));
        }

        JsonNode first = ok(200, "GET", ROOT + "/workspaces?limit=3", "");
        assertThat(first.at("/items").findValuesAsText("id")).containsExactly("acme", "b1", "b2");
        JsonNode second = ok(
                200,
                "GET",
                ROOT + "/workspaces?limit=3&after=" + first.path("next").asText(),
                "");
        assertThat(second.at("/items").findValuesAsText("id")).containsExactly("b3");
        assertThat(second.has("next")).isFalse();
        ok(400, "GET", ROOT + "/workspaces?limit=0", "");
        ok(400, "GET", ROOT + "/workspaces?limit=1001", "");
        ok(400, "GET", ROOT + "/workspaces?page=2", "");
    }

    @Test
    void aPlanSaysWhatItGives() {
        String body = "{'allowances':{'message_credits':{'amount':1000.5,'limit':'hard','rollsOver':true},"
                + "'cost':{'amount':5,'limit':'soft'}}}";

        JsonNode made = ok(201, "PUT", ROOT + "/plans/tiny", body);

        assertThat(ok(200, "GET", ROOT + "/plans/tiny", "")).isEqualTo(made);
        assertThat(made.at("/allowances/message_credits/amount").decimalValue()).isEqualByComparingTo("1000.5");
        assertThat(gateway.workspaces
                        .plan("tiny")
                        .orElseThrow()
                        .allowances()
                        .get(Unit.COST)
                        .amount())
                .isEqualTo(Amount.of(5));
    }

    @Test
    void pricesHoldFromATimeOn() {
        ok(
                200,
                "PUT",
                WORKSPACE + "/rate-cards/2026-01-01T00:00:00Z",
                "{'messages':[{'channel':'sms','credits':2.5}],'tokens':[{'model':'gpt','output':4}]}");
        ok(
                200,
                "PUT",
                WORKSPACE + "/price-books/2026-01-01T00:00:00Z",
                "{'messages':[{'each':0.25}],'models':[{'input':1,'output':2,'cacheRead':3,'cacheWrite':4,"
                        + "'cacheWriteLong':5,'reasoning':6}]}");

        JsonNode card = ok(200, "GET", WORKSPACE + "/rate-card", "");
        assertThat(card.at("/messages/0/credits").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(card.at("/messages/0/market").asText()).isEqualTo("*");
        assertThat(card.at("/tokens/0/input").decimalValue()).isEqualByComparingTo("1");
        assertThat(ok(200, "GET", WORKSPACE + "/rate-card?time=2025-12-31T23:59:59Z", "")
                        .at("/messages"))
                .isEmpty();
        assertThat(ok(200, "GET", WORKSPACE + "/price-book", "")
                        .at("/models/0/reasoning")
                        .asLong())
                .isEqualTo(6);
        ok(400, "PUT", WORKSPACE + "/price-books/2026-01-01T00:00:00Z", "{'models':[{'input':1,'output':2}]}");
    }

    @Test
    void whatIsSavedOfATimeIsAnEditionOfIt() {
        String day = "/2026-01-01T00:00:00Z";
        ok(200, "PUT", WORKSPACE + "/rate-cards" + day, "{'messages':[{'credits':2.5}]}");
        ok(200, "PUT", WORKSPACE + "/price-books" + day, "{'messages':[{'each':0.25},{'each':1}]}");

        JsonNode cards = ok(200, "GET", WORKSPACE + "/rate-cards", "").path("items");
        assertThat(cards).hasSize(1);
        assertThat(cards.at("/0/edition").asInt()).isEqualTo(1);
        assertThat(cards.at("/0/messageRates").asInt()).isEqualTo(1);
        assertThat(cards.at("/0/messages").isMissingNode()).isTrue();
        assertThat(ok(200, "GET", WORKSPACE + "/price-books?limit=1", "")
                        .at("/items/0/messagePrices")
                        .asInt())
                .isEqualTo(2);
        for (String query : List.of("", "?edition=1")) {
            assertThat(ok(200, "GET", WORKSPACE + "/rate-cards" + day + query, "")
                            .at("/messages/0/credits")
                            .decimalValue())
                    .isEqualByComparingTo("2.5");
        }
        ok(404, "GET", WORKSPACE + "/rate-cards" + day + "?edition=2", "");
        ok(404, "GET", WORKSPACE + "/price-books/2026-01-02T00:00:00Z", "");
        ok(400, "GET", WORKSPACE + "/price-books" + day + "?edition=0", "");
        ok(400, "GET", WORKSPACE + "/price-books" + day + "?edition=99999999999", "");
    }

    @Test
    void aTableOfManyRowsIsTaken() {
        String row =
                "{'model':'a-model-with-a-long-name-0123456789','input':1,'output':2,'cacheRead':1,'cacheWrite':1}";
        String rows = String.join(",", Collections.nCopies(1_000, row));

        assertThat(ok(200, "PUT", WORKSPACE + "/rate-cards/2026-01-01T00:00:00Z", "{'tokens':[" + rows + "]}")
                        .at("/tokens"))
                .hasSize(1_000);
    }

    @Test
    void creditsAreGivenOnceForAnId() {
        String path = WORKSPACE + "/grants/INV%2F2026-17";
        String body = "{'unit':'message_credits','amount':500.25,'expires':'2027-01-01T00:00:00Z'}";

        assertThat(ok(201, "PUT", path, body).path("given").asBoolean()).isTrue();
        assertThat(ok(200, "PUT", path, body).path("given").asBoolean()).isFalse();

        assertThat(gateway.topUps.given).hasSize(1);
        Grant grant = gateway.topUps.given.getFirst();
        assertThat(grant.id()).isEqualTo("INV/2026-17");
        assertThat(grant.amount()).isEqualTo(Amount.parse("500.25"));
        assertThat(grant.expires()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(gateway.topUps.actors)
                .allSatisfy(actor -> assertThat(actor).isEqualTo(new Actor("root", Actor.Way.REST, "127.0.0.1")));
        ok(400, "PUT", path, body.replace("message_credits", "engagements"));
        ok(422, "PUT", path, body.replace("500.25", "0"));
    }

    @Test
    void anAccountIsConnectedChangedAndDisconnected() {
        String path = WORKSPACE + "/accounts/telegram/Support%20bot";
        JsonNode made = ok(
                201,
                "PUT",
                path,
                "{'baseUrl':'https://api.example','settings':{'a':'1'},'secrets':{'botToken':'s3cret'},'standard':true}");
        assertThat(made.toString()).doesNotContain("s3cret");
        assertThat(made.at("/secrets/0").asText()).isEqualTo("botToken");

        ok(200, "PUT", path, "{'baseUrl':'https://api.example','settings':{'a':'2'}}");

        ChannelAccount account = gateway.accounts.list(ACME, "telegram").getFirst();
        assertThat(account.name()).isEqualTo("Support bot");
        assertThat(account.settings()).containsEntry("a", "2");
        assertThat(ok(200, "GET", WORKSPACE + "/accounts", "").at("/items")).hasSize(1);
        assertThat(call("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(call("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(gateway.accounts.list(ACME)).isEmpty();
    }

    @Test
    void aKeyIsShownOnceAndMadeOnceForARequest() {
        String body = "{'label':'bot','scopes':['send'],'sources':['192.0.2.0/24'],'defaults':{'campaign':'spring'},"
                + "'expires':'2030-01-01T00:00:00Z'}";

        JsonNode first = ok(201, "POST", WORKSPACE + "/keys", body, "Idempotency-Key", "\"order 17\"");
        JsonNode again = ok(200, "POST", WORKSPACE + "/keys", body, "Idempotency-Key", "order 17");

        assertThat(first.path("text").asText()).startsWith("wh_");
        assertThat(again.has("text")).isFalse();
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        ok(409, "POST", WORKSPACE + "/keys", "{'label':'other'}", "Idempotency-Key", "order 17");
        ok(201, "POST", WORKSPACE + "/keys", body);
        String key = WORKSPACE + "/keys/" + first.path("id").asText();
        assertThat(ok(200, "GET", key.replace(" ", "%20"), "")
                        .at("/defaults/campaign")
                        .asText())
                .isEqualTo("spring");
        JsonNode rotated = ok(200, "POST", key.replace(" ", "%20") + "/rotate", "{'overlapInSeconds':60}");
        assertThat(rotated.path("text").asText()).isEqualTo("wh_rotated_PT1M");
        ok(422, "POST", key.replace(" ", "%20") + "/rotate", "{'overlapInSeconds':9223372036854775807}");
        assertThat(call("DELETE", key.replace(" ", "%20"), "").statusCode()).isEqualTo(204);
    }

    @Test
    void aKeyOfAnotherWorkspaceIsNotFound() {
        WorkspaceId other = new WorkspaceId("other");
        gateway.workspaces.save(new Workspace(other, "Other", ZoneId.of("UTC"), "free"));

        ok(404, "GET", ROOT + "/workspaces/other/keys/key-1", "");
        ok(404, "POST", ROOT + "/workspaces/other/keys/key-1/rotate", "{}");
        ok(404, "DELETE", ROOT + "/workspaces/other/keys/key-1", "");
        assertThat(gateway.keys.resolve(GatewayFixture.KEY)).isPresent();
    }

    @Test
    void aUserIsMadeWithAPasswordThatIsShownOnce() {
        JsonNode made = ok(201, "PUT", ROOT + "/users/anna", "{'roles':['viewer:acme']}");
        JsonNode changed = ok(200, "PUT", ROOT + "/users/anna", "{'roles':['manager:acme']}");

        assertThat(gateway.users.authenticate(
                        "anna", new Secret(made.path("password").asText())))
                .isPresent();
        assertThat(changed.has("password")).isFalse();
        assertThat(roles("anna")).containsExactly("manager:acme");
        assertThat(call("PUT", ROOT + "/users/anna/password", "{\"password\":\"Birch-42-lantern\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(gateway.users.authenticate("anna", new Secret("Birch-42-lantern")))
                .isPresent();
        ok(422, "PUT", ROOT + "/users/anna/password", "{'password':'short'}");
        assertThat(call("DELETE", ROOT + "/users/anna", "").statusCode()).isEqualTo(204);
        ok(404, "DELETE", ROOT + "/users/anna", "");
    }

    private List<String> roles(String user) {
        return gateway.users.find(user).map(User::roles).orElseThrow().stream()
                .map(Assignment::toString)
                .toList();
    }

    @Test
    void membersHaveOneRoleInAWorkspaceAndKeepThoseElsewhere() {
        gateway.users.create("bert", new Secret("Birch-42-lantern"), Set.of(Assignment.parse("viewer:other")), false);
        String bert = WORKSPACE + "/users/bert";

        ok(201, "PUT", bert, "{'role':'manager'}");
        ok(200, "PUT", bert, "{'role':'viewer'}");
        assertThat(roles("bert")).containsExactlyInAnyOrder("viewer:acme", "viewer:other");
        assertThat(ok(201, "PUT", WORKSPACE + "/users/anna", "{'role':'viewer'}")
                        .has("password"))
                .isTrue();
        assertThat(ok(200, "GET", WORKSPACE + "/users", "").at("/items").findValuesAsText("name"))
                .containsExactly("anna", "bert");
        assertThat(call("DELETE", bert, "").statusCode()).isEqualTo(204);
        assertThat(roles("bert")).containsExactly("viewer:other");
        ok(404, "DELETE", bert, "");
        ok(400, "PUT", bert, "{'role':'admin'}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [1]                                                      | must be a JSON object
                    {'zone':'UTC','plan':'free','currency':'EUR'}            | name is required
                    {'name':7,'zone':'UTC','plan':'free','currency':'EUR'}   | name must be a text
                    {'name':null,'zone':'UTC','plan':'free','currency':'EUR'}| name is required
                    {'name':'A','zone':'Mars','plan':'free','currency':'EUR'}| zone is not understood
                    {'name':'A','zone':'UTC','plan':'free','currency':'zz'}  | say three letters of ISO 4217
                    {'name':'A','zone':'UTC','plan':'free','currency':'EUR','id':'b'} | There is no field id. There are currency, name, plan, zone
                    {'name':'A','name':'B'}                                  | not well-formed JSON
                    {'name':'A'                                              | not well-formed JSON
                    """)
    void whatIsNotUnderstoodIsSaidAndChangesNothing(String body, String said) {
        JsonNode problem = ok(400, "PUT", WORKSPACE, body);

        assertThat(problem.path("detail").asText()).contains(said);
        assertThat(gateway.workspaces.find(ACME).orElseThrow().name()).isEqualTo("Acme");
    }

    @ParameterizedTest
    @CsvSource({"1e999999999", "1e-999999999", "0.0001", "99999999999999999999", "'\"5\"'", "true", "[]"})
    void numbersThatAreNoAmountsAreRefused(String amount) {
        JsonNode problem = ok(400, "PUT", WORKSPACE + "/grants/g1", "{'unit':'ai_tokens','amount':" + amount + "}");

        assertThat(problem.path("detail").asText()).startsWith("amount must be a number");
        assertThat(gateway.topUps.given).isEmpty();
    }

    @Test
    void whoComesWhenTooManyPasswordsAreWorkedOnIsAskedToComeAgain() {
        Users crowded = (Users) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Users.class}, (self, method, arguments) -> {
                    if (method.getName().equals("setPassword")) {
                        throw new TooManyLoginsException();
                    }
                    return method.invoke(gateway.users, arguments);
                });
        gateway.neighbours.users().fill(crowded);

        HttpResponse<String> reply = call("PUT", ROOT + "/users/root/password", "{\"password\":\"Birch-42-lantern\"}");

        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Retry-After")).isPresent();
    }
}
