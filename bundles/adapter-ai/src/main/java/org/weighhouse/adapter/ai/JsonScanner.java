package org.weighhouse.adapter.ai;

import org.osgi.annotation.versioning.ConsumerType;
import org.weighhouse.adapter.ai.internal.JsonPath;
import org.weighhouse.adapter.ai.internal.TextScanner;

/**
 * Reads JSON byte by byte as it comes, and keeps nothing of it but where it is: whatever a document's size, a few
 * kilobytes do. (Jackson's non-blocking parser holds every text as a whole, and refuses those of 20 million characters.)
 * Forgiving: what is broken or cut off is told as far as it goes, and no input makes it fail. Not thread-safe.
 */
public final class JsonScanner {

    /** Containers within each other that are looked into; deeper ones pass unread. */
    public static final int MAX_DEPTH = 32;

    /** Most characters of a text that are kept. */
    public static final int MAX_TEXT = 1_024;

    /** Most characters of a member's name or a number. Longer names are no names we know. */
    public static final int MAX_NAME = 64;

    /** Bytes that are read in one go, in about a millisecond. */
    static final int BYTES_A_TURN = 64 * 1024;

    /**
     * Is told what a document says. Paths are names joined by dots, with {@code []} for an array's elements:
     * {@code choices.[].delta.content}; the document itself has the empty path. Names that are empty or too long, or hold a
     * dot or bracket, stand as {@code ?}.
     */
    @ConsumerType
    public interface Sink {

        /** An object or array begins. */
        void opened(String path);

        void value(String path, Scalar value);
    }

    private enum State {
        BETWEEN,
        TEXT,
        LITERAL
    }

    private final Sink sink;
    private final JsonPath path = new JsonPath(MAX_DEPTH);
    private final StringBuilder literal = new StringBuilder();
    private final TextScanner text = new TextScanner(MAX_TEXT);
    private State state = State.BETWEEN;
    private long literalLength;
    private boolean nameNext;

    public JsonScanner(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next byte, UTF-8. */
    public void push(byte b) {
        switch (state) {
            case TEXT -> {
                if (text.endsWith(b)) {
                    state = State.BETWEEN;
                    textEnded();
                }
            }
            case LITERAL -> literal(b);
            case BETWEEN -> between(b);
        }
    }

    /** Takes the next bytes. Of many, other threads get their turn in between: virtual ones are not taken off a core. */
    public void push(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            push(bytes[i]);
            if (i % BYTES_A_TURN == BYTES_A_TURN - 1) {
                Thread.yield();
            }
        }
    }

    /** Forgets where it is: a new document follows. */
    public void reset() {
        state = State.BETWEEN;
        nameNext = false;
        path.reset();
    }

    private void between(byte b) {
        switch (b) {
            case '{', '[' -> open(b == '[');
            case '}', ']' -> {
                path.leave();
                nameNext = false;
            }
            case ',' -> nameNext = path.isInObject();
            case ':' -> nameNext = false;
            case '"' -> {
                text.begin();
                state = State.TEXT;
            }
            case ' ', '\t', '\r', '\n' -> {}
            default -> {
                literal.setLength(0);
                literalLength = 0;
                state = State.LITERAL;
                literal(b);
            }
        }
    }

    private void literal(byte b) {
        switch (b) {
            case '{', '[', '}', ']', ',', ':', '"', ' ', '\t', '\r', '\n' -> {
                state = State.BETWEEN;
                char first = literal.charAt(0);
                boolean number = first == '-' || first >= '0' && first <= '9';
                value(number ? Scalar.Kind.NUMBER : Scalar.Kind.LITERAL, literal.toString(), literalLength);
                between(b);
            }
            default -> {
                literalLength++;
                if (literal.length() < MAX_NAME) {
                    literal.append((char) (b & 0xFF));
                }
            }
        }
    }

    private void textEnded() {
        if (nameNext) {
            nameNext = false;
            path.member(text.text(), text.length() > MAX_NAME);
        } else {
            value(Scalar.Kind.TEXT, text.text(), text.length());
        }
    }

    private void value(Scalar.Kind kind, String value, long length) {
        if (path.isKnown()) {
            sink.value(path.next(), new Scalar(kind, value, length));
        }
    }

    private void open(boolean array) {
        if (path.isKnown()) {
            sink.opened(path.next());
        }
        path.enter(array);
        nameNext = path.isInObject();
    }
}
