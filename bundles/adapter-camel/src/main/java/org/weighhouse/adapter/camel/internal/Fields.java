package org.weighhouse.adapter.camel.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.channel.Headers;

/** Which header fields end at this hop and which go on to the other end (RFC 9110, section 7.6.1). */
final class Fields {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final int NO_CONTENT = 204;

    private static final Set<String> OURS_IN_REQUESTS = Set.of("host", "content-length", "expect");

    private Fields() {}

    /** The fields a platform gets: {@code Host} and {@code Content-Length} are the HTTP client's. */
    static Headers forUpstream(Headers headers) {
        return endToEnd(headers).without(field -> OURS_IN_REQUESTS.contains(lower(field.name())));
    }

    /** The same, asking for a reply that can be read. */
    static Headers forMeteredUpstream(Headers headers) {
        return forUpstream(headers).without("Accept-Encoding").and("Accept-Encoding", "identity");
    }

    /**
     * The fields a client gets. A length that does not tell where the body ends is left out: one beside chunks (RFC 9112,
     * section 6.3), and one of a reply that has no body by its status.
     */
    static Headers forClient(int status, Headers headers) {
        Headers passed = endToEnd(headers);
        return status == NO_CONTENT || headers.first("Transfer-Encoding").isPresent()
                ? passed.without("Content-Length")
                : passed;
    }

    private static Headers endToEnd(Headers headers) {
        Set<String> named = headers.fields().stream()
                .filter(field -> field.is("Connection"))
                .flatMap(field -> Arrays.stream(field.value().split(",")))
                .map(name -> lower(name.strip()))
                .collect(Collectors.toSet());
        return headers.without(
                field -> HOP_BY_HOP.contains(lower(field.name())) || named.contains(lower(field.name())));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
