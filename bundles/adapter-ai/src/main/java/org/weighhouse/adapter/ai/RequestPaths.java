package org.weighhouse.adapter.ai;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells paths that every server reads alike from those that some take for another one: what is metered is decided by the
 * path here, what is done by the path there.
 */
public final class RequestPaths {

    /** Servers decode once, proxies before them perhaps once more each. */
    private static final int MOST_DECODINGS = 4;

    private RequestPaths() {}

    /**
     * Whether no reading of a path has a {@code .} or {@code ..} among its segments: encoded, encoded twice, behind a
     * backslash, or with parameters behind a semicolon.
     */
    public static boolean isPlain(String path) {
        String read = path;
        for (int i = 0; i < MOST_DECODINGS; i++) {
            if (hasDotSegment(read)) {
                return false;
            }
            String decoded = decoded(read);
            if (decoded.equals(read)) {
                return true;
            }
            read = decoded;
        }
        return false;
    }

    private static boolean hasDotSegment(String path) {
        return Arrays.stream(path.split("[/\\\\]"))
                .map(segment -> segment.indexOf(';') < 0 ? segment : segment.substring(0, segment.indexOf(';')))
                .map(String::strip)
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    /** Leaves what is no encoding as it is. */
    private static String decoded(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            decoded[length++] = low < 0 ? bytes[i] : (byte) (high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }
}
