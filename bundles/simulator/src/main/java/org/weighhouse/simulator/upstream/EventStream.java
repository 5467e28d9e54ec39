package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** Server-sent events, each flushed by itself. */
final class EventStream {

    /** @param delay pause before each event */
    record Pace(Duration delay) {
        void pause() throws InterruptedIOException {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped in mid-stream");
            }
        }
    }

    /** @param name empty for an event without one */
    record Event(String name, String data) {
        static Event of(JsonNode data) {
            return new Event("", JsonText.write(data));
        }

        static Event named(String name, JsonNode data) {
            return new Event(name, JsonText.write(data));
        }

        String text() {
            return (name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data + "\n\n";
        }
    }

    private EventStream() {}

    static ChannelResponse reply(List<Event> events, Pace pace) {
        Headers headers =
                Headers.of("Content-Type", "text/event-stream; charset=utf-8").and("Cache-Control", "no-cache");
        return new ChannelResponse(200, headers, out -> write(events, pace, out));
    }

    private static void write(List<Event> events, Pace pace, OutputStream out) throws IOException {
        for (Event event : events) {
            pace.pause();
            out.write(event.text().getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
