package org.weighhouse.gateway.internal.channel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which paths may go on to a platform: those that mean the same to whoever reads them on the way. Clients, proxies and
 * servers take out {@code .} and {@code ..}, join {@code //}, cut {@code ;parameters}, decode once or twice and take a
 * backslash or an encoded slash for a slash, each in its own way; an adapter would then weigh another call than the
 * platform answers with its credential. Such paths mean nothing on the platforms themselves, so nothing is lost.
 */
final class PathRule {

    /** How often a path may be encoded over; each round is one more server that decodes. */
    private static final int MAX_ROUNDS = 4;

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern ENCODED_SLASH = Pattern.compile("%(2[fF]|5[cC])");

    private PathRule() {}

    /** @param path raw, from its first slash; empty for none */
    static boolean allows(String path) {
        String read = path;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (!isPlain(read)) {
                return false;
            }
            String decoded = decodedOnce(read);
            if (decoded.equals(read)) {
                return true;
            }
            read = decoded;
        }
        return false;
    }

    private static boolean isPlain(String path) {
        if (path.indexOf('\\') >= 0 || ENCODED_SLASH.matcher(path).find()) {
            return false;
        }
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            int parameters = segments[i].indexOf(';');
            String name = parameters < 0 ? segments[i] : segments[i].substring(0, parameters);
            boolean emptyInside = name.isEmpty() && i < segments.length - 1;
            if (emptyInside || name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** Byte by byte, for only ASCII matters here; what is no escape stays. */
    private static String decodedOnce(String path) {
        return ESCAPE.matcher(path)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }
}
