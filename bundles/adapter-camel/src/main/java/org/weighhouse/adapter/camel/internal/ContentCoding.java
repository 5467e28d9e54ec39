package org.weighhouse.adapter.camel.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.weighhouse.adapter.camel.ReplyHead;

/** How a reply's body is compressed (RFC 9110, section 8.4). */
enum ContentCoding {
    NONE,
    GZIP,
    DEFLATE,
    /** One that cannot be read here, or several on top of each other. */
    UNKNOWN;

    static ContentCoding of(ReplyHead head) {
        List<String> codings = head.headers().fields().stream()
                .filter(field -> field.is("Content-Encoding"))
                .flatMap(field -> Arrays.stream(field.value().split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        if (codings.isEmpty()) {
            return NONE;
        }
        return codings.size() > 1
                ? UNKNOWN
                : switch (codings.getFirst()) {
                    case "gzip", "x-gzip" -> GZIP;
                    case "deflate" -> DEFLATE;
                    default -> UNKNOWN;
                };
    }
}
