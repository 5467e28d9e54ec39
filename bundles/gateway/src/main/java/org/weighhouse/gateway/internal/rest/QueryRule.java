package org.weighhouse.gateway.internal.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighhouse.gateway.internal.http.Names;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.QueryParameters;

/**
 * What a query may say. A parameter that nobody looks at, or a second value that nobody reads, would give an answer to
 * another question than was asked.
 *
 * @param once parameters that may be there once
 * @param often parameters that may be repeated
 * @param keyed parameters that have a key in brackets, {@code name[key]}, and may be repeated
 * @param open whether others are nobody's business
 */
public record QueryRule(Set<String> once, Set<String> often, Set<String> keyed, boolean open) {

    public static final QueryRule NOTHING = new QueryRule(Set.of(), Set.of(), Set.of(), false);
    public static final QueryRule ANYTHING = new QueryRule(Set.of(), Set.of(), Set.of(), true);

    /** @throws ProblemException 400 for an unknown or repeated parameter; says what there is */
    void check(QueryParameters query) {
        if (open) {
            return;
        }
        Set<String> unknown = new TreeSet<>();
        query.values().forEach((name, values) -> {
            if (once.contains(name)) {
                requireOne(name, values);
            } else if (!often.contains(name) && !isKeyed(name)) {
                unknown.add(Names.shortened(name));
            }
        });
        if (!unknown.isEmpty()) {
            throw refused("There is no parameter " + String.join(", ", unknown) + " here. " + known());
        }
    }

    private static void requireOne(String name, List<String> values) {
        if (values.size() > 1) {
            throw refused("The parameter " + name + " can be there only once.");
        }
    }

    private boolean isKeyed(String name) {
        return name.endsWith("]") && keyed.stream().anyMatch(family -> name.startsWith(family + "["));
    }

    private String known() {
        String names = Stream.of(once.stream(), often.stream(), keyed.stream().map(family -> family + "[...]"))
                .flatMap(all -> all)
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "This address has none." : "There are " + names + ".";
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.malformed(detail));
    }
}
