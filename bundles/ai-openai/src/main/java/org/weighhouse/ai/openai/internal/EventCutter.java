package org.weighhouse.ai.openai.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Cuts a stream of server-sent events into single events and passes each on, byte for byte, once it is complete,
 * unless it is to be left out. An event ends with an empty line; lines end with LF or CR LF.
 */
final class EventCutter {

    /** Longest event that is looked at; longer ones pass unread, in pieces. */
    static final int MAX_EVENT_BYTES = 1024 * 1024;

    private final Predicate<String> keep;
    private final ByteArrayOutputStream event = new ByteArrayOutputStream();
    private int lineLength;
    private boolean overlong;

    /** @param keep is given the data of each event and tells whether the client gets the event */
    EventCutter(Predicate<String> keep) {
        this.keep = keep;
    }

    byte[] pass(byte[] buffer, int length) {
        ByteArrayOutputStream passed = new ByteArrayOutputStream(length);
        for (int i = 0; i < length; i++) {
            event.write(buffer[i]);
            if (endsEvent(buffer[i])) {
                finish(passed);
            } else if (event.size() >= MAX_EVENT_BYTES) {
                passed.writeBytes(event.toByteArray());
                event.reset();
                overlong = true;
            }
        }
        return passed.toByteArray();
    }

    /** What came after the last complete event. It never became an event, so it is not looked at. */
    byte[] end() {
        byte[] rest = event.toByteArray();
        event.reset();
        return rest;
    }

    private boolean endsEvent(byte b) {
        if (b == '\n') {
            boolean empty = lineLength == 0;
            lineLength = 0;
            return empty;
        }
        if (b != '\r') {
            lineLength++;
        }
        return false;
    }

    private void finish(ByteArrayOutputStream passed) {
        byte[] bytes = event.toByteArray();
        event.reset();
        boolean unread = overlong;
        overlong = false;
        if (unread || keep.test(data(bytes))) {
            passed.writeBytes(bytes);
        }
    }

    /** The event's data lines, joined by line breaks. */
    private static String data(byte[] event) {
        StringBuilder data = new StringBuilder();
        for (String line : new String(event, StandardCharsets.UTF_8).split("\r?\n")) {
            if (line.startsWith("data:")) {
                String value = line.substring("data:".length());
                data.append(data.isEmpty() ? "" : "\n").append(value.startsWith(" ") ? value.substring(1) : value);
            }
        }
        return data.toString();
    }
}
