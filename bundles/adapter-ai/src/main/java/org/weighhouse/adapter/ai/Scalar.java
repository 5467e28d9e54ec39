package org.weighhouse.adapter.ai;

/**
 * A text, number or literal of a JSON document.
 *
 * @param text what it says, unescaped, at most the first {@link JsonScanner#MAX_TEXT} characters of it
 * @param length of all of it, in UTF-16 units
 */
public record Scalar(Kind kind, String text, long length) {

    public enum Kind {
        TEXT,
        NUMBER,
        /** {@code true}, {@code false}, {@code null}, or something that is not JSON. */
        LITERAL
    }

    /** The text; empty if it is none. */
    public String asText() {
        return kind == Kind.TEXT ? text : "";
    }

    /** Whether it says something: not null, false or empty. */
    public boolean isSomething() {
        return kind == Kind.TEXT ? length > 0 : !text.equals("null") && !text.equals("false");
    }
}
