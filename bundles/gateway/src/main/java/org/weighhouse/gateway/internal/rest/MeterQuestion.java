package org.weighhouse.gateway.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.gateway.internal.http.Json;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;

/** A meter query as it was asked, in the URL or as JSON: texts, not yet understood. */
record MeterQuestion(
        Optional<String> from,
        Optional<String> to,
        Optional<String> windowSize,
        Optional<String> windowTimeZone,
        List<String> subjects,
        Map<String, List<String>> filters,
        List<String> groupBy) {

    private static final String FILTER = "filterGroupBy";

    /** Filters of OpenMeter's that are not served: an answer without them would be wrong. */
    private static final List<String> UNSERVED = List.of("filterCustomerId", "advancedMeterGroupByFilters");

    static MeterQuestion ofUrl(RestRequest request) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        request.query().values().forEach((name, values) -> {
            refuseUnserved(name);
            if (name.startsWith(FILTER + "[") && name.endsWith("]")) {
                filters.put(name.substring(FILTER.length() + 1, name.length() - 1), values);
            }
        });
        return new MeterQuestion(
                request.parameter("from"),
                request.parameter("to"),
                request.parameter("windowSize"),
                request.parameter("windowTimeZone"),
                split(request.parameters("subject")),
                filters,
                split(request.parameters("groupBy")));
    }

    static MeterQuestion ofJson(byte[] body) {
        JsonNode root = tree(body);
        root.fieldNames().forEachRemaining(MeterQuestion::refuseUnserved);
        Map<String, List<String>> filters = new LinkedHashMap<>();
        JsonNode filter = root.path(FILTER);
        if (!filter.isObject() && !filter.isMissingNode() && !filter.isNull()) {
            throw wrong(FILTER, "an object");
        }
        filter.properties().forEach(entry -> filters.put(entry.getKey(), texts(FILTER, entry.getValue())));
        return new MeterQuestion(
                text(root, "from"),
                text(root, "to"),
                text(root, "windowSize"),
                text(root, "windowTimeZone"),
                texts("subject", root.path("subject")),
                filters,
                texts("groupBy", root.path("groupBy")));
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode root = Json.tree(body);
            if (!root.isObject()) {
                throw wrong("The body", "an object");
            }
            return root;
        } catch (JsonProcessingException malformed) {
            throw Json.malformed(malformed);
        } catch (IOException notText) {
            throw new ProblemException(Problem.malformed("The body is not UTF-8 text."));
        }
    }

    private static void refuseUnserved(String name) {
        if (UNSERVED.stream().anyMatch(name::startsWith)) {
            throw new ProblemException(Problem.malformed("This gateway has no such filter. Use filterGroupBy."));
        }
    }

    private static Optional<String> text(JsonNode root, String name) {
        JsonNode value = root.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(name, "a text");
        }
        return Optional.of(value.textValue());
    }

    private static List<String> texts(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (value.isTextual()) {
            return List.of(value.textValue());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isTextual()) {
                throw wrong(name, "a text or a list of texts");
            }
            texts.add(item.textValue());
        }
        if (!value.isArray()) {
            throw wrong(name, "a text or a list of texts");
        }
        return texts;
    }

    private static List<String> split(List<String> values) {
        return values.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static ProblemException wrong(String name, String expected) {
        return new ProblemException(Problem.malformed(name + " must be " + expected + "."));
    }
}
