package org.weighhouse.gateway.internal.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.weighhouse.api.channel.Headers;

/** Which header fields do not pass the door. */
public final class HeaderRules {

    /** RFC 9110 section 7.6.1 and what is customarily counted with it. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private static final List<String> CAMEL = List.of("camel", "org.apache.camel");

    /** Most bytes of the head of a reply, of which an adapter's platform may use {@link #MAX_REPLY_BYTES}. */
    public static final int MAX_HEAD_BYTES = 96 * 1024;

    /** Most bytes of the fields that an adapter answers with; more than the adapters of the house let through. */
    static final int MAX_REPLY_BYTES = 80 * 1024;

    /** Around a name and a value: a colon, a blank and the end of the line. */
    private static final int BYTES_AROUND_A_FIELD = 4;

    /** What a request with such a field is told. */
    public static final String CAMEL_REFUSED = "Header fields whose names begin with camel are not accepted.";

    private HeaderRules() {}

    /** Whether a request has a field that would steer the routes behind the door. */
    public static boolean hasCamelField(Headers headers) {
        return headers.fields().stream().anyMatch(HeaderRules::isCamel);
    }

    /** @throws ProblemException 400 if there is such a field */
    public static void refuseCamelFields(Headers headers) {
        if (hasCamelField(headers)) {
            throw new ProblemException(Problem.malformed(CAMEL_REFUSED));
        }
    }

    /** Without fields that speak of one connection; {@code Expect} was answered here already. */
    public static Headers forAdapter(Headers request) {
        return request.without(hopByHop(request)::has).without("expect");
    }

    /** Without fields that speak of the adapter's own connection. */
    public static Headers forClient(Headers response) {
        return response.without(hopByHop(response)::has).without(HeaderRules::isCamel);
    }

    /** Whether a reply has more in its head than can be sent. */
    public static boolean isTooLarge(Headers response) {
        long bytes = 0;
        for (Headers.Field field : response.fields()) {
            bytes += field.name().length() + field.value().length() + BYTES_AROUND_A_FIELD;
        }
        return bytes > MAX_REPLY_BYTES;
    }

    private static boolean isCamel(Headers.Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return CAMEL.stream().anyMatch(name::startsWith);
    }

    private static Names hopByHop(Headers headers) {
        Set<String> names = new HashSet<>(HOP_BY_HOP);
        for (Headers.Field field : headers.fields()) {
            if (field.is("connection")) {
                for (String option : field.value().split(",")) {
                    names.add(option.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return new Names(names);
    }

    private record Names(Set<String> lowerCase) {
        boolean has(Headers.Field field) {
            return lowerCase.contains(field.name().toLowerCase(Locale.ROOT));
        }
    }
}
