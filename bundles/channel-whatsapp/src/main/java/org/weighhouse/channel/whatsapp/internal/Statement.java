package org.weighhouse.channel.whatsapp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.adapter.meta.GraphTime;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reference;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;

/**
 * What a status says of the message it is about, in the ledger's terms: a delivered one is one message, a failed one none;
 * what it is charged as is its kind, and a free one costs nothing. A group's message has a status for every member, and is as
 * many messages. Times are whole seconds, so of what was said within one second the later step counts.
 */
final class Statement {

    /** The steps of a message, in the order that they are taken. */
    private static final List<String> STEPS = List.of("sent", "failed", "delivered", "read", "played");

    private static final List<String> ARRIVED = List.of("delivered", "read", "played");
    private static final String FAILED = "failed";
    private static final String FREE = "free_";

    private Statement() {}

    /** Empty if nothing is different by it. */
    static Optional<Amendment> of(JsonNode status, Instant received) {
        String step = status.path("status").asText("");
        if (!STEPS.contains(step)) {
            return Optional.empty();
        }
        Person member = member(status);
        List<Change> changes = new ArrayList<>(charged(status.path("pricing")));
        quantity(step).ifPresent(changes::add);
        market(member).ifPresent(changes::add);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Instant time = GraphTime.seconds(status.path("timestamp"), received);
        String id = STEPS.indexOf(step) + " " + step + " " + member.id() + " " + time.getEpochSecond();
        return Optional.of(new Amendment(Reference.of(id).value(), member.id(), time, changes));
    }

    private static Optional<Change> quantity(String step) {
        if (step.equals(FAILED)) {
            return Optional.of(new Change.Quantity(0));
        }
        return ARRIVED.contains(step) ? Optional.of(new Change.Quantity(1)) : Optional.empty();
    }

    private static List<Change> charged(JsonNode pricing) {
        String category = pricing.path("category").asText("");
        String type = pricing.path("type").asText("");
        List<Change> changes = new ArrayList<>();
        boolean named = type.startsWith(FREE);
        if (named || !category.isEmpty()) {
            changes.add(new Change.Kind(Kinds.charged(named ? type : category)));
        }
        if (named
                || pricing.path("billable").isBoolean()
                        && !pricing.path("billable").asBoolean()) {
            changes.add(new Change.Cost(Amount.ZERO));
        }
        return changes;
    }

    private static Optional<Change> market(Person member) {
        return Optional.of(member.market()).filter(market -> !market.isEmpty()).map(Change.Market::new);
    }

    /** Whom of a group it is about; none for a message to one person. */
    private static Person member(JsonNode status) {
        Person number = Person.of(status.path("recipient_participant_id").asText(""));
        if (!number.isNone()) {
            return number;
        }
        return Person.of(status.path("recipient_participant_user_id").asText(""));
    }
}
