package org.weighhouse.adapter.camel.content;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks text fields out of a multipart/form-data body (RFC 7578) without copying the files in it. The time it takes grows
 * with the body's length alone, whatever the body holds.
 */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    /** At the start of a line, or a line full of its own beginning would be gone through again and again. */
    private static final Pattern NAME =
            Pattern.compile("(?im)^content-disposition:[^\r\n]*?[; ]name=\"?([^\";\r\n]{1,64})");

    /** Longest boundary by RFC 2046. */
    private static final int MAX_BOUNDARY = 70;

    private static final byte[] LINE_BREAK = bytes("\r\n");
    private static final byte[] END_OF_HEADERS = bytes("\r\n\r\n");
    private static final int MAX_PART_HEADERS = 8 * 1024;

    private final byte[] body;
    private final byte[] delimiter;
    private final Set<String> wanted;
    private final Map<String, String> values = new HashMap<>();

    private Multipart(byte[] body, byte[] delimiter, Set<String> wanted) {
        this.body = body;
        this.delimiter = delimiter;
        this.wanted = wanted;
    }

    /** @throws Parameters.UnreadableException if the content type names no boundary, or one that is too long */
    static Map<String, String> fields(String contentType, byte[] body, Set<String> wanted)
            throws Parameters.UnreadableException {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw new Parameters.UnreadableException();
        }
        String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (boundary.length() > MAX_BOUNDARY) {
            throw new Parameters.UnreadableException();
        }
        return new Multipart(body, bytes("\r\n--" + boundary), wanted).read();
    }

    private Map<String, String> read() {
        int part = firstDelimiter();
        while (part >= 0 && values.size() < wanted.size()) {
            int next = indexOf(delimiter, part, body.length);
            read(part, next < 0 ? body.length : next);
            part = next < 0 ? -1 : next + delimiter.length;
        }
        return values;
    }

    /** Where the first part begins. The body may begin with its delimiter, without the line break before it. */
    private int firstDelimiter() {
        int length = delimiter.length - LINE_BREAK.length;
        if (startsWith(delimiter, LINE_BREAK.length, 0)) {
            return length;
        }
        int found = indexOf(delimiter, 0, body.length);
        return found < 0 ? -1 : found + delimiter.length;
    }

    private void read(int start, int end) {
        int headersEnd = indexOf(END_OF_HEADERS, start, Math.min(end, start + MAX_PART_HEADERS));
        if (headersEnd < 0) {
            return;
        }
        Matcher name = NAME.matcher(new String(body, start, headersEnd - start, StandardCharsets.UTF_8));
        int valueStart = headersEnd + END_OF_HEADERS.length;
        int length = end - valueStart;
        if (name.find() && wanted.contains(name.group(1)) && length <= Parameters.MAX_VALUE) {
            values.putIfAbsent(name.group(1), new String(body, valueStart, length, StandardCharsets.UTF_8));
        }
    }

    /**
     * Begins with a line break, which a delimiter has nowhere else: what was compared in vain is not compared again.
     *
     * @param end where it must have ended
     */
    private int indexOf(byte[] sought, int from, int end) {
        for (int i = from; i <= end - sought.length; i++) {
            if (startsWith(sought, 0, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the body has at a place what is sought, the first bytes of it left out. */
    private boolean startsWith(byte[] sought, int skipped, int at) {
        int length = sought.length - skipped;
        if (at + length > body.length) {
            return false;
        }
        int matched = 0;
        while (matched < length && body[at + matched] == sought[skipped + matched]) {
            matched++;
        }
        return matched == length;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
