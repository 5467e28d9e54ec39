package org.weighhouse.adapter.ai;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.weighhouse.adapter.ai.internal.EventCutter;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.StreamReader;

/**
 * Reads a stream of server-sent events while it passes. Every byte passes as it comes, whatever an event's size; only a
 * stream that may have to lose events holds each of them back until it is complete, at most {@link #MAX_HELD_BYTES}:
 * longer ones pass. A stream that is in truth a plain JSON document, as some servers answer with an error, is read as one
 * event.
 */
public final class WeighedStream implements StreamReader {

    /** Longest event that can be taken out. */
    public static final int MAX_HELD_BYTES = 64 * 1024;

    private static final byte[] NOTHING = new byte[0];

    private final EventReader reader;
    private final boolean takesOut;
    private final JsonScanner json;
    private final EventCutter cutter = new EventCutter(new Events());
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean begun;
    private boolean document;
    private boolean wanted = true;
    private boolean overlong;
    private boolean over;

    /** @param takesOut whether events that the reader does not want the client to get are taken out */
    public WeighedStream(EventReader reader, boolean takesOut) {
        this.reader = reader;
        this.takesOut = takesOut;
        this.json = new JsonScanner(reader);
    }

    @Override
    public byte[] pass(byte[] buffer, int length) {
        if (!takesOut) {
            for (int i = 0; i < length; i++) {
                read(buffer[i]);
            }
            return Arrays.copyOf(buffer, length);
        }
        ByteArrayOutputStream passed = new ByteArrayOutputStream(length);
        for (int i = 0; i < length; i++) {
            pass(buffer[i], passed);
        }
        return passed.toByteArray();
    }

    @Override
    public byte[] end() {
        if (document) {
            ended("");
        } else {
            cutter.finish();
        }
        over = true;
        byte[] rest = wanted || overlong ? held.toByteArray() : NOTHING;
        held.reset();
        return rest;
    }

    @Override
    public Optional<Finding> found() {
        return over || reader.isComplete() ? Optional.of(reader.finding()) : Optional.empty();
    }

    @Override
    public Finding estimate() {
        return reader.finding();
    }

    private void pass(byte b, ByteArrayOutputStream passed) {
        switch (read(b)) {
            case INSIDE -> {
                held.write(b);
                if (held.size() >= MAX_HELD_BYTES) {
                    overlong = true;
                    flush(passed);
                }
            }
            case END -> {
                held.write(b);
                wanted |= overlong;
                overlong = false;
                if (wanted) {
                    flush(passed);
                } else {
                    held.reset();
                }
            }
            case AFTER_END -> {
                if (wanted) {
                    passed.write(b);
                }
            }
        }
    }

    private EventCutter.Step read(byte b) {
        // Blanks and the bytes of a byte order mark may come first.
        if (!begun && b > ' ') {
            begun = true;
            document = b == '{';
        }
        if (document) {
            json.push(b);
            return EventCutter.Step.INSIDE;
        }
        return cutter.push(b);
    }

    private void ended(String type) {
        // Ends a number or literal that nothing else ended.
        json.push((byte) '\n');
        json.reset();
        wanted = reader.ended(type);
    }

    private void flush(ByteArrayOutputStream passed) {
        passed.writeBytes(held.toByteArray());
        held.reset();
    }

    private final class Events implements EventCutter.Sink {
        @Override
        public void data(byte b) {
            json.push(b);
        }

        @Override
        public void end(String type) {
            ended(type);
        }
    }
}
