package org.weighhouse.gateway.internal.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.gateway.internal.http.Intake;
import org.weighhouse.gateway.internal.http.Percent;
import org.weighhouse.gateway.internal.share.Load;

/**
 * One operation of the REST API.
 *
 * @param template the path, names of variables in braces
 * @param scope what its key must be good for; empty if it needs none
 * @param mediaTypes what its body may be; empty if it takes none
 * @param large whether its body is read bit by bit, and may be as long as bodies may be at all
 * @param parameters what its query may say
 */
public record Route(
        String method,
        String template,
        Optional<KeyScope> scope,
        Set<String> mediaTypes,
        boolean large,
        QueryRule parameters,
        Operation operation) {

    /** Answers a request; refuses by {@link org.weighhouse.gateway.internal.http.ProblemException}. */
    @FunctionalInterface
    public interface Operation {
        RestReply answer(RestRequest request);
    }

    /** For people and programs that watch, who may add to the query what they like. */
    static Route watch(String template, Operation operation) {
        return new Route("GET", template, Optional.empty(), Set.of(), false, QueryRule.ANYTHING, operation);
    }

    static Route open(String template, Operation operation) {
        return new Route("GET", template, Optional.empty(), Set.of(), false, QueryRule.NOTHING, operation);
    }

    static Route get(String template, KeyScope scope, Operation operation) {
        return get(template, scope, QueryRule.NOTHING, operation);
    }

    static Route get(String template, KeyScope scope, QueryRule parameters, Operation operation) {
        return new Route("GET", template, Optional.of(scope), Set.of(), false, parameters, operation);
    }

    static Route post(String template, KeyScope scope, Set<String> mediaTypes, Operation operation) {
        return new Route("POST", template, Optional.of(scope), mediaTypes, false, QueryRule.NOTHING, operation);
    }

    static Route postLarge(String template, KeyScope scope, Set<String> mediaTypes, Operation operation) {
        return new Route("POST", template, Optional.of(scope), mediaTypes, true, QueryRule.NOTHING, operation);
    }

    Intake intake(Load load) {
        return large ? load.bodies() : load.documents();
    }

    boolean takes(String asked) {
        return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
    }

    /** The path's variables, decoded; empty if the path is not of the template. */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = List.of(template.split("/", -1));
        List<String> given = List.of(path.split("/", -1));
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            if (name.startsWith("{")) {
                Optional<String> value = Percent.decode(given.get(i));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                variables.put(name.substring(1, name.length() - 1), value.get());
            } else if (!name.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
