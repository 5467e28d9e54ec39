package org.weighhouse.ai.gemini.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighhouse.adapter.ai.RequestPaths;

/**
 * What a path of the API costs.
 *
 * @param model the model that the path names; empty if it names none
 */
record Endpoint(Kind kind, String model) {

    enum Kind {
        GENERATE,
        STREAM,
        EMBED,
        /** Costs no tokens. */
        FREE,
        /** Might cost tokens nobody here could weigh, or is a path that another server might read otherwise. */
        UNKNOWN
    }

    private static final String ID = "[A-Za-z0-9._-]{1,128}";
    private static final String VERSION = "/v1(?:beta|alpha)?/";
    private static final Pattern CALL =
            Pattern.compile(VERSION + "(?:models|tunedModels)/(" + ID + "):([A-Za-z]{1,64})");
    private static final Pattern VERSIONED = Pattern.compile(VERSION + ".*");

    /** Files are kept for nothing, for two days. */
    private static final Pattern UPLOAD = Pattern.compile("/upload" + VERSION + "files|" + VERSION + "files");

    static Endpoint of(String method, String path) {
        if (!RequestPaths.isPlain(path)) {
            return new Endpoint(Kind.UNKNOWN, "");
        }
        return switch (method) {
            // Reading and deleting what is there costs nothing.
            case "GET", "HEAD", "DELETE" ->
                new Endpoint(VERSIONED.matcher(path).matches() ? Kind.FREE : Kind.UNKNOWN, "");
            case "POST" -> ofPost(path);
            default -> new Endpoint(Kind.UNKNOWN, "");
        };
    }

    private static Endpoint ofPost(String path) {
        Matcher call = CALL.matcher(path);
        if (!call.matches()) {
            return new Endpoint(UPLOAD.matcher(path).matches() ? Kind.FREE : Kind.UNKNOWN, "");
        }
        Kind kind =
                switch (call.group(2)) {
                    case "generateContent" -> Kind.GENERATE;
                    case "streamGenerateContent" -> Kind.STREAM;
                    case "embedContent", "batchEmbedContents" -> Kind.EMBED;
                    case "countTokens" -> Kind.FREE;
                    default -> Kind.UNKNOWN;
                };
        return new Endpoint(kind, call.group(1));
    }
}
