package org.weighhouse.gateway.internal.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.gateway.internal.http.Intake;
import org.weighhouse.gateway.internal.http.Percent;
import org.weighhouse.gateway.internal.share.Load;

/**
 * One operation of the REST API.
 *
 * @param template the path, names of variables in braces
 * @param need who may use it
 * @param mediaTypes what its body may be; empty if it takes none
 * @param intake how its body is taken in
 * @param parameters what its query may say
 */
public record Route(
        String method,
        String template,
        Need need,
        Set<String> mediaTypes,
        Function<Load, Intake> intake,
        QueryRule parameters,
        Operation operation) {

    /** Answers a request; refuses by {@link org.weighhouse.gateway.internal.http.ProblemException}. */
    @FunctionalInterface
    public interface Operation {
        RestReply answer(RestRequest request);
    }

    /** For people and programs that watch, who may add to the query what they like. */
    static Route watch(String template, Operation operation) {
        return new Route("GET", template, Need.NOTHING, Set.of(), Load::documents, QueryRule.ANYTHING, operation);
    }

    static Route open(String template, Operation operation) {
        return new Route("GET", template, Need.NOTHING, Set.of(), Load::documents, QueryRule.NOTHING, operation);
    }

    static Route get(String template, KeyScope scope, Operation operation) {
        return get(template, scope, QueryRule.NOTHING, operation);
    }

    static Route get(String template, KeyScope scope, QueryRule parameters, Operation operation) {
        return new Route("GET", template, new Need.Scope(scope), Set.of(), Load::documents, parameters, operation);
    }

    static Route post(String template, KeyScope scope, Set<String> mediaTypes, Operation operation) {
        return new Route(
                "POST", template, new Need.Scope(scope), mediaTypes, Load::documents, QueryRule.NOTHING, operation);
    }

    static Route postLarge(String template, KeyScope scope, Set<String> mediaTypes, Operation operation) {
        return new Route(
                "POST", template, new Need.Scope(scope), mediaTypes, Load::bodies, QueryRule.NOTHING, operation);
    }

    /** For whoever has a permission, and without a body. */
    public static Route of(
            String method, String template, Permission permission, QueryRule parameters, Operation operation) {
        return new Route(
                method, template, new Need.Right(permission), Set.of(), Load::documents, parameters, operation);
    }

    /** For whoever has a permission, with a JSON document. */
    public static Route withDocument(String method, String template, Permission permission, Operation operation) {
        return withJson(method, template, permission, Load::documents, operation);
    }

    /** For whoever has a permission, with a JSON document of many rows. */
    public static Route withTable(String method, String template, Permission permission, Operation operation) {
        return withJson(method, template, permission, Load::tables, operation);
    }

    private static Route withJson(
            String method, String template, Permission permission, Function<Load, Intake> intake, Operation operation) {
        Set<String> json = Set.of(MediaTypes.JSON);
        return new Route(method, template, new Need.Right(permission), json, intake, QueryRule.NOTHING, operation);
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
