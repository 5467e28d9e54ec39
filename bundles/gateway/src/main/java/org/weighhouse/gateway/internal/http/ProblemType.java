package org.weighhouse.gateway.internal.http;

/** The kinds of problem+json that the door answers with. */
public enum ProblemType {
    MALFORMED(400, "Malformed request"),
    UNKNOWN_KEY(401, "Unknown key"),
    OUT_OF_CREDIT(402, "Out of credit"),
    FORBIDDEN(403, "Not allowed for this key"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    TOO_SLOW(408, "Request took too long to arrive"),
    CONFLICT(409, "Conflict"),
    TOO_LARGE(413, "Request too large"),
    URI_TOO_LONG(414, "Address too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    UNPROCESSABLE(422, "Refused"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADER_TOO_LARGE(431, "Request header too large"),
    INTERNAL(500, "Internal error"),
    UNAVAILABLE(503, "Unavailable"),
    HTTP_VERSION(505, "HTTP version not supported");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Name for URIs, metrics and logs, such as {@code unknown-key}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The type for a status that HTTP itself chose. */
    public static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : MALFORMED;
    }
}
