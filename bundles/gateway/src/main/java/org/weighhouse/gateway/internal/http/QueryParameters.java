package org.weighhouse.gateway.internal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a URL's query, in order, repeats kept. */
public record QueryParameters(Map<String, List<String>> values) {

    /** @throws ProblemException 400 if an escape is malformed */
    public static QueryParameters parse(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(decode(name), any -> new ArrayList<>()).add(decode(value));
        }
        return new QueryParameters(values);
    }

    private static String decode(String text) {
        return Percent.decode(text.replace('+', ' '))
                .orElseThrow(
                        () -> new ProblemException(Problem.malformed("The query has a malformed percent escape.")));
    }
}
