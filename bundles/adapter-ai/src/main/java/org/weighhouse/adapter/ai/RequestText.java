package org.weighhouse.adapter.ai;

import java.util.Set;

/**
 * Counts the text of a request while it is scanned, so that nothing of it has to be kept. One token for four characters,
 * one for a number in a list (token ids), a flat figure for a picture, sound or file. Not thread-safe.
 */
public final class RequestText implements JsonScanner.Sink {

    private static final String ELEMENT = "[]";

    /** Members whose text is an attachment or where one is to be had. */
    private static final Set<String> ATTACHMENTS =
            Set.of("url", "image_url", "file_url", "file_data", "data", "file_id");

    private long characters;

    @Override
    public void opened(String path) {}

    @Override
    public void value(String path, Scalar value) {
        if (value.kind() == Scalar.Kind.NUMBER) {
            characters += path.endsWith(ELEMENT) ? Estimates.CHARACTERS_A_TOKEN : 0;
        } else if (value.kind() == Scalar.Kind.TEXT) {
            boolean attached = ATTACHMENTS.contains(path.substring(path.lastIndexOf('.') + 1));
            characters += attached ? Estimates.CHARACTERS_AN_ATTACHMENT : Estimates.characters(value);
        }
    }

    /** What the text comes to, at most {@link Estimates#MOST_TOKENS}. */
    public long tokens() {
        return Estimates.tokens(characters);
    }
}
