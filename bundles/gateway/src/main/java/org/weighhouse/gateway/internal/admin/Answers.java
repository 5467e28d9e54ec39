package org.weighhouse.gateway.internal.admin;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.QueryRule;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** What answers of the admin API share: pages, and refusals of what is not there or not allowed to be. */
final class Answers {

    private static final String LIMIT = "limit";
    private static final String AFTER = "after";

    private static final int USUAL_PAGE = 100;
    private static final int MAX_PAGE = 1_000;

    /** What may be asked of a list. */
    static final QueryRule PAGED = new QueryRule(Set.of(LIMIT, AFTER), Set.of(), Set.of(), false);

    private Answers() {}

    /**
     * A page of a list: {@code items}, and {@code next} if there are more.
     *
     * @param place what an item is found again by, and ordered; nobody else's
     */
    static <T> RestReply page(
            RestRequest request, List<T> all, Function<T, String> place, Function<T, Map<String, Object>> shown) {
        int limit = request.parameter(LIMIT).map(Answers::limit).orElse(USUAL_PAGE);
        String after = request.parameter(AFTER).orElse("");
        List<T> rest = all.stream()
                .filter(item -> place.apply(item).compareTo(after) > 0)
                .sorted(Comparator.comparing(place))
                .limit(limit + 1L)
                .toList();
        List<T> page = rest.subList(0, Math.min(limit, rest.size()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.stream().map(shown).toList());
        if (rest.size() > page.size()) {
            answer.put("next", place.apply(page.getLast()));
        }
        return RestReply.json(200, answer);
    }

    private static int limit(String text) {
        if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MAX_PAGE) {
            return Integer.parseInt(text);
        }
        throw new ProblemException(Problem.malformed(LIMIT + " must be a whole number from 1 to " + MAX_PAGE + "."));
    }

    /** 201 for what is new, 200 for what was there before. */
    static RestReply saved(boolean isNew, Map<String, Object> shown) {
        return RestReply.json(isNew ? 201 : 200, shown);
    }

    static RestReply gone(boolean was, String what) {
        if (!was) {
            throw notFound(what);
        }
        return RestReply.nothing();
    }

    /** @throws ProblemException 422 if the services do not take it, in their words */
    static <T> T orRefused(Supplier<T> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException refused) {
            String why = refused.getMessage();
            throw new ProblemException(Problem.of(
                    ProblemType.UNPROCESSABLE,
                    Character.toUpperCase(why.charAt(0)) + why.substring(1) + (why.endsWith(".") ? "" : ".")));
        }
    }

    static <T> T orNotFound(Optional<T> found, String what) {
        return found.orElseThrow(() -> notFound(what));
    }

    static ProblemException notFound(String what) {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such " + what + "."));
    }

    static WorkspaceId workspaceId(RestRequest request) {
        return orRefused(() -> new WorkspaceId(request.variable(RestRequest.WORKSPACE)));
    }

    /** The workspace that the path names. */
    static Workspace workspace(Neighbours neighbours, RestRequest request) {
        return orNotFound(neighbours.workspaces().get().find(workspaceId(request)), "workspace");
    }
}
