package org.weighhouse.gateway.internal.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.weighhouse.api.Amount;
import org.weighhouse.gateway.internal.http.Json;
import org.weighhouse.gateway.internal.http.Names;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.rest.Instants;
import org.weighhouse.gateway.internal.rest.RestRequest;

/**
 * A JSON object of a request, read field by field. What is missing, of a wrong kind, or asked for by nobody is refused by its
 * name; {@code null} is as if it was not there.
 */
final class Fields {

    private final JsonNode object;
    private final String path;
    private final TreeSet<String> known = new TreeSet<>();

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /**
     * @param reader reads all that there may be
     * @throws ProblemException 400 if the body is no JSON object, or the reader refuses it or leaves fields unread
     */
    static <T> T read(RestRequest request, Function<Fields, T> reader) {
        JsonNode body;
        try {
            body = Json.tree(request.body());
        } catch (JsonProcessingException malformed) {
            throw Json.malformed(malformed);
        } catch (IOException notText) {
            throw refused("The body is not UTF-8 text");
        }
        if (!body.isObject()) {
            throw refused("The body must be a JSON object");
        }
        return read(body, "", reader);
    }

    private static <T> T read(JsonNode object, String path, Function<Fields, T> reader) {
        Fields fields = new Fields(object, path);
        T value = reader.apply(fields);
        fields.object.fieldNames().forEachRemaining(name -> {
            if (!fields.known.contains(name)) {
                throw refused("There is no field " + path + Names.shortened(name) + ". There are "
                        + String.join(", ", fields.known));
            }
        });
        return value;
    }

    private Optional<JsonNode> find(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    Optional<String> findText(String name) {
        return find(name).map(node -> text(node, name));
    }

    private String text(JsonNode node, String name) {
        if (!node.isTextual()) {
            throw wrong(name, "must be a text");
        }
        return node.textValue();
    }

    String text(String name) {
        return findText(name).orElseThrow(() -> missing(name));
    }

    /** A text that stands for something; refused in the words of whoever reads it. */
    <T> Optional<T> find(String name, Function<String, T> reader) {
        return findText(name).map(text -> value(name, text, reader));
    }

    <T> T need(String name, Function<String, T> reader) {
        return find(name, reader).orElseThrow(() -> missing(name));
    }

    private <T> T value(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw wrong(name, "is not understood: " + wrong.getMessage());
        }
    }

    Optional<Instant> findInstant(String name) {
        return findText(name).map(text -> Instants.parse(path + name, text));
    }

    boolean flag(String name) {
        return find(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw wrong(name, "must be true or false");
                    }
                    return node.booleanValue();
                })
                .orElse(false);
    }

    Amount amount(String name) {
        return findAmount(name).orElseThrow(() -> missing(name));
    }

    Optional<Amount> findAmount(String name) {
        return find(name).map(node -> {
            try {
                return Amount.of(number(node, name));
            } catch (ArithmeticException outOfRange) {
                throw wrong(name, "must be a number with at most three decimals");
            }
        });
    }

    private BigDecimal number(JsonNode node, String name) {
        if (!node.isNumber()) {
            throw wrong(name, "must be a number");
        }
        return node.decimalValue();
    }

    Optional<Long> findWhole(String name) {
        return find(name).map(node -> {
            if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
                throw wrong(name, "must be a whole number, not negative");
            }
            return node.longValue();
        });
    }

    long whole(String name) {
        return findWhole(name).orElseThrow(() -> missing(name));
    }

    /** Texts of a list, each standing for something; empty if there is no list. */
    <T> List<T> each(String name, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonNode item : list(name)) {
            values.add(value(name, text(item, name), reader));
        }
        return values;
    }

    /** Objects of a list; empty if there is no list. */
    <T> List<T> rows(String name, Function<Fields, T> reader) {
        List<T> rows = new ArrayList<>();
        for (JsonNode item : list(name)) {
            String place = name + "[" + rows.size() + "]";
            if (!item.isObject()) {
                throw wrong(place, "must be an object");
            }
            rows.add(read(item, path + place + ".", reader));
        }
        return rows;
    }

    private Iterable<JsonNode> list(String name) {
        Optional<JsonNode> node = find(name);
        if (node.isPresent() && !node.get().isArray()) {
            throw wrong(name, "must be a list");
        }
        return node.<Iterable<JsonNode>>map(list -> list).orElse(List.of());
    }

    /** An object whose fields have names that are not known beforehand; empty if there is none. */
    <K, T> Map<K, T> map(String name, Function<String, K> key, Function<Fields, T> reader) {
        Map<K, T> values = new LinkedHashMap<>();
        entries(name).forEach(entry -> {
            if (!entry.getValue().isObject()) {
                throw wrong(name + "." + Names.shortened(entry.getKey()), "must be an object");
            }
            values.put(
                    value(name, entry.getKey(), key),
                    read(entry.getValue(), path + name + "." + entry.getKey() + ".", reader));
        });
        return values;
    }

    /** An object of texts; empty if there is none. */
    Map<String, String> texts(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        entries(name)
                .forEach(entry -> values.put(
                        entry.getKey(), text(entry.getValue(), name + "." + Names.shortened(entry.getKey()))));
        return values;
    }

    private Collection<Map.Entry<String, JsonNode>> entries(String name) {
        Optional<JsonNode> node = find(name);
        if (node.isPresent() && !node.get().isObject()) {
            throw wrong(name, "must be an object");
        }
        return node.map(JsonNode::properties).orElse(Set.of());
    }

    private ProblemException missing(String name) {
        return wrong(name, "is required");
    }

    private ProblemException wrong(String name, String why) {
        return refused(path + name + " " + why);
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(Problem.malformed(sentence + "."));
    }
}
