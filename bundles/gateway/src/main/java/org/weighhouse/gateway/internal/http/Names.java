package org.weighhouse.gateway.internal.http;

/** Texts that callers chose. */
public final class Names {

    /** Why a text is refused that nobody could read as it is. */
    public static final String UNREADABLE =
            "holds a control character, half a surrogate pair, or a character that is invisible or turns the order";

    private static final int MAX_SHOWN = 40;

    private Names() {}

    /** A name to be shown in a refusal, cut to a bearable length. */
    public static String shortened(String name) {
        return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "...";
    }
}
