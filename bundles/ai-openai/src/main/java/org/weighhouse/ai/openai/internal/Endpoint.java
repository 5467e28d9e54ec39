package org.weighhouse.ai.openai.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.weighhouse.adapter.ai.RequestPaths;

/** What the paths of the API cost. */
enum Endpoint {
    CHAT,
    COMPLETIONS,
    RESPONSES,
    COMPACTION,
    EMBEDDINGS,
    /** Costs no tokens. */
    FREE;

    private static final String ID = "[A-Za-z0-9_.:-]{1,200}";

    /** POST calls that store, cancel or count, and those OpenAI gives away. */
    private static final Pattern FREE_POSTS = Pattern.compile("/v1/(?:moderations|files|uploads|uploads/" + ID
            + "/(?:parts|complete|cancel)|responses/input_tokens|responses/" + ID + "/cancel|chat/completions/" + ID
            + "|conversations|conversations/" + ID + "|conversations/" + ID + "/items)");

    /** Empty for a call that might cost tokens nobody here could weigh, or that another server might read otherwise. */
    static Optional<Endpoint> of(String method, String path) {
        if (!path.startsWith("/v1/") || path.startsWith("/v1/realtime") || !RequestPaths.isPlain(path)) {
            return Optional.empty();
        }
        return switch (method) {
            // Reading and deleting what is there costs nothing.
            case "GET", "HEAD", "DELETE" -> Optional.of(FREE);
            case "POST" -> ofPost(path);
            default -> Optional.empty();
        };
    }

    private static Optional<Endpoint> ofPost(String path) {
        return switch (path) {
            case "/v1/chat/completions" -> Optional.of(CHAT);
            case "/v1/completions" -> Optional.of(COMPLETIONS);
            case "/v1/responses" -> Optional.of(RESPONSES);
            case "/v1/responses/compact" -> Optional.of(COMPACTION);
            case "/v1/embeddings" -> Optional.of(EMBEDDINGS);
            default -> Optional.of(FREE).filter(free -> FREE_POSTS.matcher(path).matches());
        };
    }

    /** Whether a stream tells its usage only when asked to. */
    boolean mustAskForUsage() {
        return this == CHAT || this == COMPLETIONS;
    }
}
