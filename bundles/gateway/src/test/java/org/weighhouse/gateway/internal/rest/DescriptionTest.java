package org.weighhouse.gateway.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Window;

/** {@code openapi.json} is true to what is served. */
class DescriptionTest {

    private final JsonNode api = read();

    private static JsonNode read() {
        try (InputStream in = RestApi.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static Set<String> names(QueryRule rule) {
        Set<String> names = new TreeSet<>(rule.once());
        names.addAll(rule.often());
        names.addAll(rule.keyed());
        return names;
    }

    private Set<String> queryParameters(String path) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : api.path("paths").path(path).path("get").path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText().replaceFirst("\\[.*", ""));
            }
        }
        return names;
    }

    @Test
    void everyOperationIsDescribedAndNoOther() {
        List<Map.Entry<String, String>> described = new ArrayList<>();
        api.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(Map.entry(method.toUpperCase(Locale.ROOT), path.getKey()))));

        assertThat(described).containsExactlyInAnyOrderElementsOf(Operations.served());
    }

    @Test
    void everyQueryParameterIsDescribedAndNoOther() {
        assertThat(queryParameters("/api/v1/meters/{slug}/query")).isEqualTo(names(MeterQuestion.PARAMETERS));
        assertThat(queryParameters("/api/v1/subjects/{workspace}/entitlements/{slug}/value"))
                .isEqualTo(names(EntitlementsResource.PARAMETERS));
        assertThat(api.at("/components/schemas/MeterQueryRequest/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(names(MeterQuestion.PARAMETERS));
    }

    @Test
    void everyMeterAndWindowIsDescribed() {
        JsonNode slug = api.path("paths")
                .path("/api/v1/meters/{slug}/query")
                .path("get")
                .path("parameters")
                .path(0);

        assertThat(texts(slug.path("schema").path("enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(Unit.values()).map(Unit::slug).toList());
        assertThat(texts(api.at("/components/schemas/WindowSize/enum")))
                .containsExactlyElementsOf(Arrays.stream(Window.values())
                        .filter(window -> window != Window.TOTAL)
                        .map(Window::name)
                        .toList());
    }
}
