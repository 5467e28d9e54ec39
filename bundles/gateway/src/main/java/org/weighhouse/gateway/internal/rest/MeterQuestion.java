package org.weighhouse.gateway.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        List<String> groupBy,
        boolean emptyWindows) {

    private static final String FILTER = "filterGroupBy";
    private static final String EMPTY_WINDOWS = "emptyWindows";

    /** OpenMeter's {@code clientId} only follows a query's progress; there is none to follow here. */
    private static final Set<String> SINGLE =
            Set.of("from", "to", "windowSize", "windowTimeZone", EMPTY_WINDOWS, "clientId");

    private static final Set<String> MULTIPLE = Set.of("subject", "groupBy");

    /** Other filters of OpenMeter's are not served, and refused: an answer without them would be wrong. */
    static final QueryRule PARAMETERS = new QueryRule(SINGLE, MULTIPLE, Set.of(FILTER), false);

    static MeterQuestion ofUrl(RestRequest request) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        request.query().values().forEach((name, values) -> {
            if (name.startsWith(FILTER)) {
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
                split(request.parameters("groupBy")),
                request.parameter(EMPTY_WINDOWS).map(MeterQuestion::flag).orElse(false));
    }

    static MeterQuestion ofJson(byte[] body) {
        JsonNode root = tree(body);
        root.fieldNames().forEachRemaining(MeterQuestion::requireKnown);
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
                texts("groupBy", root.path("groupBy")),
                flag(root.path(EMPTY_WINDOWS)));
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

    private static void requireKnown(String field) {
        if (!SINGLE.contains(field) && !MULTIPLE.contains(field) && !field.equals(FILTER)) {
            Set<String> known = new TreeSet<>(SINGLE);
            known.addAll(MULTIPLE);
            known.add(FILTER);
            throw new ProblemException(Problem.malformed(
                    "There is no such field in a query. There are " + String.join(", ", known) + "."));
        }
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(EMPTY_WINDOWS, "true or false");
        };
    }

    private static boolean flag(JsonNode value) {
        if (!value.isBoolean() && !value.isMissingNode() && !value.isNull()) {
            throw wrong(EMPTY_WINDOWS, "true or false");
        }
        return value.asBoolean(false);
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
