package org.weighhouse.adapter.meta;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A path of the Graph API: {@code /v25.0/<node>/<edge>}, the version left out or not.
 *
 * @param node id of an object, or {@code me}; empty if the path names none
 * @param edge what of it, in lower case; empty if the path names none
 */
public record GraphPath(String node, String edge) {

    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}(\\.\\d{1,2})?");
    private static final Pattern ID = Pattern.compile("\\d{1,32}");

    /** Of any path; escapes, and what follows a semicolon, are no part of a name that means anything here. */
    public static GraphPath of(String path) {
        List<String> names = Arrays.stream(path.split("/"))
                .map(GraphPath::name)
                .filter(name -> !name.isEmpty())
                .toList();
        int first = !names.isEmpty() && VERSION.matcher(names.getFirst()).matches() ? 1 : 0;
        List<String> rest = names.subList(first, names.size());
        return switch (rest.size()) {
            case 0 -> new GraphPath("", "");
            // Some partners serve the edges of one number at their root.
            case 1 ->
                ID.matcher(rest.getFirst()).matches() ? new GraphPath(rest.getFirst(), "") : edge("", rest.getFirst());
            default -> edge(rest.get(rest.size() - 2), rest.getLast());
        };
    }

    private static GraphPath edge(String node, String edge) {
        return new GraphPath(node, edge.toLowerCase(Locale.ROOT));
    }

    private static String name(String segment) {
        String decoded = Escapes.decoded(segment);
        int parameters = decoded.indexOf(';');
        return parameters < 0 ? decoded : decoded.substring(0, parameters);
    }

    /** Whether it names no object at all: where batches of calls are sent to. */
    public boolean isRoot() {
        return node.isEmpty() && edge.isEmpty();
    }

    /** Whether the node is an id and not a name for whoever asks. */
    public boolean hasId() {
        return ID.matcher(node).matches();
    }
}
