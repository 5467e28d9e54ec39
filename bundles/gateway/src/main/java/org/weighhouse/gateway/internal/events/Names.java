package org.weighhouse.gateway.internal.events;

/** Texts that callers chose. */
final class Names {

    private static final int MAX_SHOWN = 40;

    private Names() {}

    /** A name to be shown in a refusal, cut to a bearable length. */
    static String shortened(String name) {
        return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "...";
    }

    /**
     * Whether a text has neither control characters nor halves of a surrogate pair. Two ids that differ only in such a
     * half would be stored as the same bytes.
     */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
