package org.weighhouse.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

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

    private static final int CHARACTERS_AN_ATTACHMENT = TOKENS_AN_ATTACHMENT * CHARACTERS_A_TOKEN;
    private static final String DATA_URL = "data:";

    /** Members whose text is an attachment or where one is to be had. */
    private static final Set<String> ATTACHMENTS =
            Set.of("url", "image_url", "file_url", "file_data", "data", "file_id");

    private Estimates() {}

    public static long tokens(long characters) {
        return Math.min(MOST_TOKENS, characters / CHARACTERS_A_TOKEN + (characters % CHARACTERS_A_TOKEN > 0 ? 1 : 0));
    }

    /** The tokens a request's texts come to. */
    public static long tokens(JsonNode request) {
        return tokens(characters(request));
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

    private static long characters(JsonNode node) {
        if (node.isTextual()) {
            String text = node.asText();
            return text.startsWith(DATA_URL) ? CHARACTERS_AN_ATTACHMENT : text.length();
        }
        long sum = 0;
        if (node.isArray()) {
            for (JsonNode element : node) {
                sum += element.isNumber() ? CHARACTERS_A_TOKEN : characters(element);
            }
        } else {
            for (var member : node.properties()) {
                boolean attached = ATTACHMENTS.contains(member.getKey())
                        && member.getValue().isTextual();
                sum += attached ? CHARACTERS_AN_ATTACHMENT : characters(member.getValue());
            }
        }
        return sum;
    }
}
