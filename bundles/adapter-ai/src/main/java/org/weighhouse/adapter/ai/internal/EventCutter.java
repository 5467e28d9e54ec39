package org.weighhouse.adapter.ai.internal;

/**
 * Cuts a stream of server-sent events as the HTML standard (section 9.2) says it: lines end with LF, CR or CR LF, an event
 * with an empty line; a byte order mark may come first; {@code data} may stand on several lines, with or without a colon
 * and a space; lines that begin with a colon say nothing. Two things differ, for some servers do them: an event that the end
 * of the stream cuts short counts, and a line {@code error: …} is an event of that type. Keeps nothing but a type's name.
 */
public final class EventCutter {

    /** Most characters of an event's type, and of a field's name, that are looked at. */
    private static final int MAX_NAME = 64;

    private static final String ERROR = "error";
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    /** What a byte was for the event. */
    public enum Step {
        INSIDE,
        /** It ended the event. */
        END,
        /** It is the LF after a CR that ended the event, and belongs to that one. */
        AFTER_END
    }

    /** Is told of events. */
    public interface Sink {

        /** The next byte of the event's data, lines joined by LF. */
        void data(byte b);

        /** The event is over. @param type empty if none was named */
        void end(String type);
    }

    private enum Part {
        NAME,
        SPACE,
        VALUE
    }

    private enum Field {
        DATA,
        TYPE,
        OTHER
    }

    private final Sink sink;
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder type = new StringBuilder();
    private int markSeen;
    private Part part = Part.NAME;
    private Field field = Field.OTHER;
    private boolean lineEmpty = true;
    private boolean afterCr;
    private boolean afterEnd;
    private boolean open;
    private boolean hasData;

    public EventCutter(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next byte. */
    public Step push(byte b) {
        if (markSeen < BYTE_ORDER_MARK.length) {
            if ((b & 0xFF) == BYTE_ORDER_MARK[markSeen]) {
                markSeen++;
                return Step.INSIDE;
            }
            markSeen = BYTE_ORDER_MARK.length;
        }
        if (b == '\n' && afterCr) {
            afterCr = false;
            return afterEnd ? Step.AFTER_END : Step.INSIDE;
        }
        afterCr = b == '\r';
        afterEnd = false;
        if (b == '\n' || b == '\r') {
            return lineEnded();
        }
        lineEmpty = false;
        open = true;
        inLine(b);
        return Step.INSIDE;
    }

    /** The stream is over. */
    public void finish() {
        if (!lineEmpty) {
            lineEnded();
        }
        if (open) {
            eventEnded();
        }
    }

    private void inLine(byte b) {
        switch (part) {
            case NAME -> {
                if (b == ':') {
                    part = Part.SPACE;
                    valueBegins();
                } else if (name.length() < MAX_NAME) {
                    name.append((char) (b & 0xFF));
                }
            }
            case SPACE -> {
                part = Part.VALUE;
                if (b != ' ') {
                    value(b);
                }
            }
            case VALUE -> value(b);
        }
    }

    private Step lineEnded() {
        boolean empty = lineEmpty;
        if (!empty && part == Part.NAME) {
            valueBegins();
        }
        name.setLength(0);
        part = Part.NAME;
        lineEmpty = true;
        if (empty) {
            eventEnded();
            afterEnd = true;
            return Step.END;
        }
        return Step.INSIDE;
    }

    private void eventEnded() {
        sink.end(type.toString());
        type.setLength(0);
        open = false;
        hasData = false;
    }

    private void valueBegins() {
        String named = name.toString();
        field = switch (named) {
            case "data", ERROR -> Field.DATA;
            case "event" -> Field.TYPE;
            default -> Field.OTHER;
        };
        if (field == Field.TYPE || named.equals(ERROR)) {
            type.setLength(0);
            type.append(field == Field.TYPE ? "" : ERROR);
        }
        if (field == Field.DATA) {
            if (hasData) {
                sink.data((byte) '\n');
            }
            hasData = true;
        }
    }

    private void value(byte b) {
        if (field == Field.DATA) {
            sink.data(b);
        } else if (field == Field.TYPE && type.length() < MAX_NAME) {
            type.append((char) (b & 0xFF));
        }
    }
}
