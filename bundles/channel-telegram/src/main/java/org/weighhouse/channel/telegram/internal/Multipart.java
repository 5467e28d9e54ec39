package org.weighhouse.channel.telegram.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Picks text fields out of a multipart/form-data body without copying the files in it (RFC 7578). */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\r\n]*[; ]name=\"?([^\";\r\n]+)");
    private static final byte[] END_OF_HEADERS = bytes("\r\n\r\n");
    private static final int MAX_PART_HEADERS = 8 * 1024;
    private static final int MAX_VALUE = 256 * 1024;

    private Multipart() {}

    /** @throws Parameters.UnreadableException if the content type names no boundary */
    static Map<String, String> fields(String contentType, byte[] body, Set<String> wanted)
            throws Parameters.UnreadableException {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw new Parameters.UnreadableException();
        }
        byte[] delimiter = bytes("--" + (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
        Map<String, String> values = new HashMap<>();
        int part = indexOf(body, delimiter, 0);
        while (part >= 0) {
            int start = part + delimiter.length;
            int next = indexOf(body, delimiter, start);
            read(body, start, next < 0 ? body.length : next, wanted, values);
            part = next;
        }
        return values;
    }

    private static void read(byte[] body, int start, int end, Set<String> wanted, Map<String, String> values) {
        int headersEnd = indexOf(body, END_OF_HEADERS, start);
        if (headersEnd < 0 || headersEnd > end || headersEnd - start > MAX_PART_HEADERS) {
            return;
        }
        Matcher name = NAME.matcher(new String(body, start, headersEnd - start, StandardCharsets.UTF_8));
        int valueStart = headersEnd + END_OF_HEADERS.length;
        // The line break before the next delimiter belongs to the delimiter.
        int length = end - 2 - valueStart;
        if (name.find() && wanted.contains(name.group(1)) && length >= 0 && length <= MAX_VALUE) {
            values.put(name.group(1), new String(body, valueStart, length, StandardCharsets.UTF_8));
        }
    }

    private static int indexOf(byte[] text, byte[] sought, int from) {
        for (int i = from; i <= text.length - sought.length; i++) {
            int matched = 0;
            while (matched < sought.length && text[i + matched] == sought[matched]) {
                matched++;
            }
            if (matched == sought.length) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
