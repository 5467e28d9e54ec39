package org.weighhouse.gateway.internal.channel;

import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.channel.Headers;

/**
 * Attribution in the W3C {@code baggage} header.
 *
 * @param attribution what our members said
 * @param others the request's headers with our members taken out: they are not the platform's business
 */
public record Baggage(Attribution attribution, Headers others) {

    private static final String HEADER = "baggage";

    /** @throws org.weighhouse.gateway.internal.http.ProblemException 400 for a bad value of ours */
    public static Baggage of(Headers headers) {
        Attributes attributes = new Attributes();
        List<Headers.Field> kept = new ArrayList<>();
        for (Headers.Field field : headers.fields()) {
            if (!field.is(HEADER)) {
                kept.add(field);
                continue;
            }
            List<String> foreign = takeOurs(field.value(), attributes);
            if (!foreign.isEmpty()) {
                kept.add(new Headers.Field(field.name(), String.join(",", foreign)));
            }
        }
        return new Baggage(attributes.said(), new Headers(kept));
    }

    private static List<String> takeOurs(String value, Attributes attributes) {
        List<String> foreign = new ArrayList<>();
        for (String member : value.split(",")) {
            int equals = member.indexOf('=');
            String key = equals < 0 ? "" : member.substring(0, equals).strip();
            if (Attributes.isOurs(key)) {
                attributes.put(key, withoutProperties(member.substring(equals + 1)));
            } else if (!member.isBlank()) {
                foreign.add(member);
            }
        }
        return foreign;
    }

    private static String withoutProperties(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    }
}
