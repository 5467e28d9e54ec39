package org.weighhouse.gateway.internal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.UrlEncoded;

/** The parameters of a URL's query, in order, repeats kept. */
public record QueryParameters(Map<String, List<String>> values) {

    /** @throws ProblemException 400 if an escape is malformed */
    public static QueryParameters parse(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        try {
            UrlEncoded.decodeUtf8To(
                    query, 0, query.length(), (name, value) -> values.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(value));
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(Problem.malformed("The query has a malformed percent escape."));
        }
        return new QueryParameters(values);
    }
}
