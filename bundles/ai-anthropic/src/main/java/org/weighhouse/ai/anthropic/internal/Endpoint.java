package org.weighhouse.ai.anthropic.internal;

import java.util.regex.Pattern;
import org.weighhouse.adapter.ai.RequestPaths;

/** What the paths of the API cost. */
enum Endpoint {
    MESSAGES,
    /** Costs no tokens. */
    FREE,
    /** Uses tokens that are told hours later, in a file. */
    BATCHES,
    /** Might cost tokens nobody here could weigh, or is a path that another server might read otherwise. */
    UNKNOWN;

    /** POST calls that count, store or cancel. */
    private static final Pattern FREE_POSTS =
            Pattern.compile("/v1/(?:messages/count_tokens|files|messages/batches/[A-Za-z0-9_-]{1,200}/cancel)");

    static Endpoint of(String method, String path) {
        if (!path.startsWith("/v1/") || !RequestPaths.isPlain(path)) {
            return UNKNOWN;
        }
        return switch (method) {
            // Reading and deleting what is there costs nothing.
            case "GET", "HEAD", "DELETE" -> FREE;
            case "POST" -> ofPost(path);
            default -> UNKNOWN;
        };
    }

    private static Endpoint ofPost(String path) {
        return switch (path) {
            case "/v1/messages" -> MESSAGES;
            case "/v1/messages/batches" -> BATCHES;
            default -> FREE_POSTS.matcher(path).matches() ? FREE : UNKNOWN;
        };
    }
}
