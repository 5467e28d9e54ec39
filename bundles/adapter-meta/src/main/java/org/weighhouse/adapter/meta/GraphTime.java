package org.weighhouse.adapter.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;

/** When something was, as Meta's webhooks say it: a number or a text of digits. */
public final class GraphTime {

    /** Before this there was no such webhook: what says so has another unit. */
    private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");

    private static final Duration AHEAD = Duration.ofHours(1);

    private GraphTime() {}

    /** @param received what counts if the time is missing or cannot be right */
    public static Instant seconds(JsonNode told, Instant received) {
        return read(told, received, Instant::ofEpochSecond);
    }

    /** @param received what counts if the time is missing or cannot be right */
    public static Instant millis(JsonNode told, Instant received) {
        return read(told, received, Instant::ofEpochMilli);
    }

    private static Instant read(JsonNode told, Instant received, LongFunction<Instant> unit) {
        String text = told.asText("");
        if (!text.matches("\\d{1,13}")) {
            return received;
        }
        Instant time = unit.apply(Long.parseLong(text));
        return time.isBefore(EARLIEST) || time.isAfter(received.plus(AHEAD)) ? received : time;
    }
}
