package org.weighhouse.channel.telegram.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A raw Bot API path taken apart: {@code /bot<key>/<method>}, {@code /bot<key>/test/<method>} or
 * {@code /file/bot<key>/<path>}.
 *
 * @param before up to the key
 * @param after from the slash after the key
 */
record Target(String before, String key, String after) {

    private static final Pattern FORM = Pattern.compile("(/bot|/file/bot)([^/]+)(/.*)");
    private static final String TEST = "/test/";
    private static final String LEFT_AS_IT_IS = "-._~:";

    static Optional<Target> of(String path) {
        Matcher matcher = FORM.matcher(path);
        return matcher.matches()
                ? Optional.of(new Target(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** The path of a call. */
    static String call(String key, String method) {
        return "/bot" + key + "/" + method;
    }

    boolean isFile() {
        return before.startsWith("/file");
    }

    /** What stands where the method's name belongs. */
    String method() {
        return after.startsWith(TEST) ? after.substring(TEST.length()) : after.substring(1);
    }

    /** The path with another token in the place of the key. */
    String with(String token) {
        return before + encode(token) + after;
    }

    private static String encode(String token) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : token.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || LEFT_AS_IT_IS.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "Target[" + before + "***]";
    }
}
