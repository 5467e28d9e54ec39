package org.weighhouse.simulator.internal.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.weighhouse.simulator.internal.history.Choice;
import org.weighhouse.simulator.internal.plan.DemoPlan;

/** What the demo's bots say. Immutable. */
final class Conversation {

    /** @param attribution by the names of {@code baggage} and matrix parameters */
    record Line(Map<String, String> attribution, String json) {}

    private record Use(String feature, String flow, String question) {}

    private static final long FIRST_CHAT = 700_000_000L;
    private static final List<String> GREETINGS = List.of(
            "Welcome to the Copper Kettle! Your first coffee is on us.",
            "Your table for two is booked for tonight at seven.",
            "Your order is ready at the counter.",
            "Did you forget something? Your basket is waiting.");
    private static final List<String> OFFERS = List.of(
            "Two cinnamon buns for the price of one, today only.",
            "The new menu is here: pumpkin soup, pear cake and more.",
            "Brunch on Saturday? Bring a friend, the second plate is half price.");
    private static final Choice<String> FLOWS = Choice.<String>none()
            .or(4, "welcome")
            .or(3, "abandoned-cart")
            .or(3, "order-updates")
            .or(2, "table-booking");
    private static final Choice<String> CAMPAIGNS =
            Choice.<String>none().or(3, "weekend-brunch").or(2, "menu-of-the-month");
    private static final Choice<String> MODELS =
            Choice.<String>none().or(4, "gpt-4o-mini").or(1, "gpt-4o");
    private static final Choice<Use> USES = Choice.<Use>none()
            .or(4, new Use("smart-reply", "welcome", "Do you have oat milk, and is the terrace open today?"))
            .or(3, new Use("smart-reply", "Product Inquiry AI Flow", "Which of your beans suits a French press?"))
            .or(2, new Use("intent-detection", "table-booking", "A table by the window for four on Friday, please."))
            .or(2, new Use("smart-routing", "order-updates", "My order 1041 has not arrived yet."))
            .or(1, new Use("comment-reply", "", "Best cheesecake in town!"));

    Line welcome(RandomGenerator random) {
        return message(Map.of("flow", FLOWS.pick(random)), GREETINGS, random);
    }

    Line campaign(RandomGenerator random) {
        Map<String, String> attribution = new LinkedHashMap<>();
        attribution.put("account", DemoPlan.DELIVERY_BOT);
        attribution.put("campaign", CAMPAIGNS.pick(random));
        return message(attribution, OFFERS, random);
    }

    Line question(RandomGenerator random, boolean stream) {
        Use use = USES.pick(random);
        Map<String, String> attribution = new LinkedHashMap<>();
        attribution.put("feature", use.feature());
        if (!use.flow().isEmpty()) {
            attribution.put("flow", use.flow());
        }
        attribution.put("subscriber", DemoPlan.customer(random.nextInt(DemoPlan.CUSTOMERS)));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", MODELS.pick(random));
        body.putArray("messages")
                .add(said("system", "You answer the guests of a café, friendly and short."))
                .add(said("user", use.question()));
        if (stream) {
            body.put("stream", true);
        }
        return new Line(attribution, body.toString());
    }

    private static Line message(Map<String, String> what, List<String> texts, RandomGenerator random) {
        int guest = random.nextInt(DemoPlan.CUSTOMERS);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("chat_id", FIRST_CHAT + guest)
                .put("text", texts.get(random.nextInt(texts.size())));
        Map<String, String> attribution = new LinkedHashMap<>(what);
        attribution.put("subscriber", DemoPlan.customer(guest));
        return new Line(attribution, body.toString());
    }

    private static ObjectNode said(String role, String content) {
        return JsonNodeFactory.instance.objectNode().put("role", role).put("content", content);
    }
}
