package org.weighhouse.gateway.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.Need;
import org.weighhouse.gateway.internal.rest.RestApi;
import org.weighhouse.gateway.internal.rest.Route;

/** What {@code openapi.json} says of the admin API is true: fields, parameters, who may, and that what it requires is enough. */
class AdminDescriptionTest {

    private final GatewayFixture gateway = new GatewayFixture();
    private final String token = gateway.token("root", "admin");
    private final JsonNode api = read();

    private static JsonNode read() {
        try (InputStream in = RestApi.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    static Stream<Route> routes() {
        return AdminRoutes.of(new Neighbours(), Clock.systemUTC()).stream();
    }

    static Stream<Route> routesWithBodies() {
        return routes().filter(route -> !route.mediaTypes().isEmpty());
    }

    private JsonNode operation(Route route) {
        return api.path("paths").path(route.template()).path(route.method().toLowerCase(java.util.Locale.ROOT));
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    @ParameterizedTest
    @MethodSource("routes")
    void parametersAreThoseThatAreTaken(Route route) {
        Map<String, Set<String>> said = operation(route)
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .collect(Collectors.groupingBy(
                        parameter -> parameter.path("in").asText(),
                        Collectors.mapping(parameter -> parameter.path("name").asText(), Collectors.toSet())));
        Set<String> variables = Stream.of(route.template().split("/"))
                .filter(part -> part.startsWith("{"))
                .map(part -> part.substring(1, part.length() - 1))
                .collect(Collectors.toSet());

        assertThat(said.getOrDefault("query", Set.of()))
                .isEqualTo(route.parameters().once());
        assertThat(said.getOrDefault("path", Set.of())).isEqualTo(variables);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoMayIsSaid(Route route) {
        String who =
                switch (((Need.Right) route.need()).permission()) {
                    case ADMINISTER -> "For platform admins.";
                    case OPERATE -> "For platform operators.";
                    case MANAGE -> "For managers of the workspace.";
                    case LOOK -> "For those who may look at the workspace.";
                };
        assertThat(operation(route).path("description").asText()).startsWith(who);
    }

    @ParameterizedTest
    @MethodSource("routesWithBodies")
    void fieldsAreThoseThatAreTakenAndWhatIsRequiredIsEnough(Route route) {
        JsonNode schema = resolve(operation(route).at("/requestBody/content/application~1json/schema"));
        ObjectNode body = (ObjectNode) sample(schema);
        HttpResponse<String> taken = send(route, body);
        assertThat(taken.statusCode()).as(taken.body()).isIn(200, 201, 204, 404);

        body.put("zzz", 1);
        HttpResponse<String> refused = send(route, body);
        if (taken.statusCode() != 404) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("There is no field zzz. There are " + String.join(", ", names(schema)) + ".");
        }
    }

    private static Set<String> names(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private HttpResponse<String> send(Route route, JsonNode body) {
        String path = route.template()
                .replace("{workspace}", "acme")
                .replace("{effectiveFrom}", "2026-01-01T00:00:00Z")
                .replace("{user}", route.template().endsWith("/password") ? "root" : "anna")
                .replace("{key}", "key-1")
                .replaceAll("\\{\\w+}", "x");
        return gateway.send(gateway.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(route.method(), BodyPublishers.ofString(body.toString())));
    }

    /** The least that a schema allows, with one entry in each list. */
    private JsonNode sample(JsonNode declared) {
        JsonNode schema = resolve(declared);
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = make.objectNode();
                List<String> required = schema.path("required")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList();
                schema.path("properties").properties().forEach(property -> {
                    boolean list = property.getValue().path("type").asText().equals("array");
                    if (required.contains(property.getKey())
                            || list && property.getValue().path("items").has("$ref")) {
                        object.set(property.getKey(), sample(property.getValue()));
                    }
                });
                yield object;
            }
            case "array" -> {
                ArrayNode list = make.arrayNode();
                list.add(sample(schema.path("items")));
                yield list;
            }
            case "integer", "number" -> make.numberNode(1);
            case "boolean" -> make.booleanNode(true);
            default -> make.textNode(text(schema));
        };
    }

    private static String text(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asText();
        }
        if (schema.path("format").asText().equals("password")) {
            return "Birch-42-lantern";
        }
        if (schema.path("pattern").asText().equals("^[A-Z]{3}$")) {
            return "EUR";
        }
        return schema.path("description").asText().startsWith("IANA zone") ? "UTC" : "free";
    }
}
