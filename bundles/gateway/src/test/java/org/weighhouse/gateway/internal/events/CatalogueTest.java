package org.weighhouse.gateway.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.gateway.internal.rest.RestApi;

/** What the description says of events is what is read. */
class CatalogueTest {

    private final JsonNode schemas = read();

    private static JsonNode read() {
        try (InputStream in = RestApi.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(in).path("components").path("schemas");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    @Test
    void everyTypeOfEventIsDescribed() {
        assertThat(texts(schemas.path("Event").path("properties").path("type").path("enum")))
                .containsExactlyElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::typeName)
                        .toList());
    }

    @Test
    void everyFieldOfEventsIsDescribedByItsKind() {
        JsonNode described = schemas.path("EventData").path("properties");

        assertThat(described.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        Arrays.stream(DataField.values()).map(DataField::key).toList());
        for (DataField field : DataField.values()) {
            String type = described.path(field.key()).path("type").toString();
            assertThat(type).as(field.key()).contains(typeOf(field.kind()));
        }
        for (DataField field : EventType.Fields.ATTRIBUTION) {
            assertThat(described.path(field.key()).path("maxLength").asInt())
                    .as(field.key())
                    .isEqualTo(Attribution.MAX_LENGTH);
        }
    }

    private static String typeOf(DataField.Kind kind) {
        return switch (kind) {
            case TEXT -> "string";
            case WHOLE -> "integer";
            case DECIMAL -> "number";
        };
    }

    @Test
    void everyDimensionIsDescribed() {
        List<String> dimensions =
                Arrays.stream(Dimension.values()).map(Dimension::key).toList();

        assertThat(texts(schemas.path("MeterQueryRequest")
                        .path("properties")
                        .path("groupBy")
                        .path("items")
                        .path("enum")))
                .startsWith(dimensions.toArray(String[]::new))
                .endsWith("subject");
    }
}
