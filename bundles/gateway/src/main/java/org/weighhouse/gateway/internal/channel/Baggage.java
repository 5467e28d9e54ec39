package org.weighhouse.gateway.internal.channel;

import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.channel.Headers;

/**
 * Attribution in the W3C {@code baggage} header. Telemetry of all sorts writes into it, so nothing in it holds up a
 * message: what is malformed is left out and counted.
 *
 * @param attribution what our members said
 * @param others the request's headers with our members taken out: they are not the platform's business
 * @param ignored how many of our members were malformed, and how many headers went beyond the W3C's limits
 */
public record Baggage(Attribution attribution, Headers others, int ignored) {

    /** What the W3C asks everybody to pass on; what lies beyond is dropped. */
    static final int MAX_LENGTH = 8_192;

    static final int MAX_MEMBERS = 180;

    private static final String HEADER = "baggage";

    public static Baggage of(Headers headers) {
        return new Reader().read(headers);
    }

    private static final class Reader {
        private final Attributes attributes = new Attributes();
        private int length;
        private int members;
        private int ignored;

        private Baggage read(Headers headers) {
            List<Headers.Field> kept = new ArrayList<>();
            for (Headers.Field field : headers.fields()) {
                if (!field.is(HEADER)) {
                    kept.add(field);
                    continue;
                }
                List<String> foreign = takeOurs(field.value());
                if (!foreign.isEmpty()) {
                    kept.add(new Headers.Field(field.name(), String.join(",", foreign)));
                }
            }
            return new Baggage(attributes.said(), new Headers(kept), ignored);
        }

        /** The members that are not ours, as they came. */
        private List<String> takeOurs(String header) {
            List<String> foreign = new ArrayList<>();
            int start = 0;
            while (start < header.length()) {
                int comma = header.indexOf(',', start);
                int end = comma < 0 ? header.length() : comma;
                String member = header.substring(start, end);
                start = end + 1;
                if (member.isBlank()) {
                    continue;
                }
                length += member.length() + 1;
                members++;
                if (length - 1 > MAX_LENGTH || members > MAX_MEMBERS) {
                    ignored++;
                    break;
                }
                if (!takeOurs(member, foreign)) {
                    ignored++;
                }
            }
            return foreign;
        }

        /** @return false if it is ours and malformed */
        private boolean takeOurs(String member, List<String> foreign) {
            int equals = member.indexOf('=');
            String key = equals < 0 ? "" : member.substring(0, equals).strip();
            if (!Attributes.isOurs(key)) {
                foreign.add(member);
                return true;
            }
            String value = withoutProperties(member.substring(equals + 1));
            return isAscii(value) && attributes.take(key, value);
        }

        private static String withoutProperties(String value) {
            int semicolon = value.indexOf(';');
            return (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
        }

        /** Anything else has to be percent-encoded: in which charset it came, nobody knows. */
        private static boolean isAscii(String value) {
            return value.chars().allMatch(c -> c < 128);
        }
    }
}
