package org.weighhouse.channel.whatsapp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.weighhouse.simulator.upstream.WhatsAppEvents;
import org.weighhouse.simulator.upstream.WhatsAppEvents.Pricing;

/** Documents of the right shape with anything in any place: read, or left out, and never more than they have. */
class WebhookPropertyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final WhatsAppEvents EVENTS = new WhatsAppEvents("s", "106");
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "99999999999999999999999",
            "\"\"",
            "[]",
            "{}",
            "[[[{}]]]",
            "\"\\u0000\\ud800\"",
            "\"failed\"",
            "\"group\"",
            "\"4915112345678\"",
            "{\"id\":\"x\",\"status\":\"delivered\"}");

    @Property(tries = 20_000)
    void anything_may_stand_anywhere(@ForAll Random random) throws Exception {
        JsonNode document = MAPPER.readTree(
                random.nextBoolean()
                        ? EVENTS.statuses(List.of(
                                        EVENTS.status(
                                                "w1", "delivered", "4915112345678", NOW, Pricing.regular("service")),
                                        EVENTS.memberStatus("w2", "read", "g", "33612345678", NOW, Pricing.NONE)))
                                .body()
                        : EVENTS.messages(List.of(
                                        EVENTS.text("w3", "33612345678", NOW, "x"),
                                        EVENTS.button("w4", "33612345678", NOW, "w1")))
                                .body());
        for (int i = random.nextInt(4); i >= 0; i--) {
            spoil(document, random);
        }

        List<Event> events = Webhook.read(document, NOW);

        assertThat(events.size()).isLessThanOrEqualTo(4);
    }

    /** Puts something odd, long or twice into a place of the document. */
    private static void spoil(JsonNode node, Random random) throws Exception {
        if (node.isEmpty()) {
            return;
        }
        JsonNode odd = random.nextInt(10) == 0
                ? TextNode.valueOf("x".repeat(random.nextInt(1_000)))
                : MAPPER.readTree(ODD.get(random.nextInt(ODD.size())));
        boolean here = random.nextInt(4) == 0;
        int place = random.nextInt(node.size());
        if (node instanceof ObjectNode object) {
            String name = List.copyOf(object.properties()).get(place).getKey();
            if (here) {
                object.set(name, odd);
            } else {
                spoil(object.get(name), random);
            }
        } else if (node instanceof ArrayNode array) {
            if (here) {
                array.set(place, odd);
            } else {
                spoil(array.get(place), random);
            }
        }
    }
}
