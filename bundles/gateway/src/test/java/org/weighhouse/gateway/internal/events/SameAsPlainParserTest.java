package org.weighhouse.gateway.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.gateway.internal.events.CloudEventParser.Shape;
import org.weighhouse.gateway.internal.http.Json;

/** What is shared between the events of a batch must not change any of them. */
class SameAsPlainParserTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final WorkspaceId ACME = new WorkspaceId("acme");

    private static final List<String> ATTRIBUTION =
            List.of("channel", "kind", "campaign", "flow", "feature", "model", "market", "subscriber");

    private static final List<String> MEASURES =
            List.of("output", "cacheRead", "cacheWrite", "cacheWriteLong", "reasoning", "toolCalls");

    /** Longer and shorter than what is shared, in one, two, three and four bytes of UTF-8. */
    private static final List<String> TEXTS = texts();

    private final CloudEventParser parser = new CloudEventParser(1_000, Clock.fixed(NOW, ZoneOffset.UTC));

    @Property(tries = 500)
    void randomBatchesAreReadAlike(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size)
            throws IOException {
        Random random = new Random(seed);
        byte[] body = Json.bytes(
                IntStream.range(0, size).mapToObj(i -> event(random, i)).toList());

        List<UsageEvent> events = parser.parse(body, Shape.BATCH, ACME).events();

        assertThat(events).isEqualTo(PlainParser.parse(body, NOW));
    }

    /** "Aa" and "BB" have the same hash, so that only comparing every field can tell such attributions apart. */
    @Example
    void attributionsThatDifferInOneFieldAreNotShared() throws IOException {
        for (String field : ATTRIBUTION) {
            byte[] body = Json.bytes(List.of(attributed("1", field, "Aa"), attributed("2", field, "BB")));

            List<UsageEvent> events = parser.parse(body, Shape.BATCH, ACME).events();

            assertThat(events).as(field).isEqualTo(PlainParser.parse(body, NOW));
            assertThat(events.getFirst().attribution())
                    .as(field)
                    .isNotEqualTo(events.getLast().attribution());
        }
    }

    private static Map<String, Object> attributed(String id, String field, String value) {
        return Map.of(
                "specversion",
                "1.0",
                "subject",
                ACME.value(),
                "source",
                "s",
                "id",
                id,
                "type",
                "message.sent",
                "data",
                Map.of(field, value));
    }

    private static Map<String, Object> event(Random random, int number) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("subject", ACME.value());
        event.put("source", pick(random, TEXTS));
        event.put("id", number + pick(random, TEXTS));
        if (random.nextBoolean()) {
            event.put(
                    "time",
                    pick(
                            random,
                            List.of("2026-11-23T11:00:00Z", "2026-02-28T01:02:03.5+05:30", "2000-01-01t00:00:00z")));
        }
        if (random.nextBoolean()) {
            event.put("datacontenttype", pick(random, List.of("application/json", "application/json; charset=utf-8")));
        }
        String type = pick(random, List.of("message.sent", "ai.tokens", "subscriber.active", "engagement"));
        event.put("type", type);
        event.put("data", data(random, type));
        event.put("extension", pick(random, TEXTS));
        return shuffled(event, random);
    }

    private static Map<String, Object> data(Random random, String type) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String field : ATTRIBUTION) {
            if (random.nextBoolean()) {
                data.put(field, pick(random, TEXTS));
            }
        }
        switch (type) {
            case "message.sent" -> {
                data.put("quantity", 1 + random.nextInt(1_000_000));
            }
            case "ai.tokens" -> {
                data.put("provider", pick(random, TEXTS));
                data.put("input", random.nextLong(1_000_000_000_001L));
                data.put(pick(random, MEASURES), random.nextInt(9));
                data.put("seconds", random.nextInt(1_000_000) / 1_000.0);
            }
            case "subscriber.active" -> data.put("subscriber", "s" + random.nextInt(9));
            default -> {
                data.put("kind", pick(random, List.of("click", "reply", "conversion")));
                data.put("value", random.nextInt(1_000_000) / 1_000.0);
            }
        }
        return shuffled(data, random);
    }

    private static Map<String, Object> shuffled(Map<String, Object> map, Random random) {
        List<Map.Entry<String, Object>> entries = new ArrayList<>(map.entrySet());
        Collections.shuffle(entries, random);
        Map<String, Object> shuffled = new LinkedHashMap<>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
        return shuffled;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(
                List.of("a", "Aa", "BB", "AaAa", "BBBB", "AaBB", "\u00e4", "\u20ac", "\ud83d\ude00", "\"\\/"));
        for (int length : List.of(63, 64, 65, 100)) {
            texts.add("x".repeat(length));
            texts.add("x".repeat(length - 1) + "y");
            texts.add("\u20ac".repeat(length));
        }
        IntStream.range(0, 600).forEach(i -> texts.add("text-" + i));
        return texts;
    }
}
