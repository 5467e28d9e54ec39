package org.weighhouse.adapter.ai;

/**
 * Guesses tokens: one for four characters of text, one for a number in a list (token ids), a flat figure for a picture,
 * sound or file.
 */
public final class Estimates {

    public static final int CHARACTERS_A_TOKEN = 4;

    /** What a picture, sound or file counts for: the order of magnitude of one picture. */
    public static final int TOKENS_AN_ATTACHMENT = 1_000;

    /** Most tokens of one estimate. */
    public static final long MOST_TOKENS = 100_000_000;

    static final int CHARACTERS_AN_ATTACHMENT = TOKENS_AN_ATTACHMENT * CHARACTERS_A_TOKEN;
    private static final String DATA_URL = "data:";

    private Estimates() {}

    public static long tokens(long characters) {
        return Math.min(MOST_TOKENS, characters / CHARACTERS_A_TOKEN + (characters % CHARACTERS_A_TOKEN > 0 ? 1 : 0));
    }

    /** So many times so many, at most {@link #MOST_TOKENS}. */
    public static long times(long count, long tokens) {
        return count <= 0 || tokens <= 0 ? 0 : tokens > MOST_TOKENS / count ? MOST_TOKENS : count * tokens;
    }

    static long characters(Scalar text) {
        String start = text.asText();
        if (start.isEmpty()) {
            return 0;
        }
        return start.startsWith(DATA_URL) ? CHARACTERS_AN_ATTACHMENT : text.length();
    }
}
