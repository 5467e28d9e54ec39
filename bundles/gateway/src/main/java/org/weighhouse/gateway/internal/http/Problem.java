package org.weighhouse.gateway.internal.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighhouse.api.channel.Headers;

/**
 * An RFC 9457 problem.
 *
 * @param detail one sentence that says what to do; holds no secret
 * @param members further members of the JSON object, plain values
 * @param headers further response headers
 */
public record Problem(ProblemType type, String detail, Map<String, Object> members, Headers headers) {

    public static final String CONTENT_TYPE = "application/problem+json";

    /** When a client that met a limit or a restart should come back. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    public Problem {
        members = Map.copyOf(members);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, Map.of(), Headers.NONE);
    }

    public static Problem malformed(String detail) {
        return of(ProblemType.MALFORMED, detail);
    }

    public static Problem unavailable(String detail) {
        return of(ProblemType.UNAVAILABLE, detail).header("Retry-After", Long.toString(RETRY_AFTER.toSeconds()));
    }

    /** @param retryAfter told in whole seconds, at least one */
    public static Problem tooMany(String detail, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
        return of(ProblemType.TOO_MANY_REQUESTS, detail).header("Retry-After", Long.toString(seconds));
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, more, headers);
    }

    public Problem header(String name, String value) {
        return new Problem(type, detail, members, headers.and(name, value));
    }

    /** @param request what met it; its id is the {@code instance}, and stands in the log too */
    public byte[] json(RequestId request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "urn:weighhouse:problem:" + type.slug());
        fields.put("title", type.title());
        fields.put("status", type.status());
        fields.put("detail", detail);
        fields.put("instance", "urn:uuid:" + request);
        fields.putAll(members);
        return Json.bytes(fields);
    }
}
