package org.weighhouse.meter.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reading;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;

/**
 * Works out what is to be counted of a thing from what it was and all that was said of it: a function of both that does
 * not look at the order in which things were said.
 *
 * <ul>
 *   <li>Of every field the newest counts, of the whole and of each part by itself.
 *   <li>Once something was said of a part, nothing is left of the whole: there is what was said of each part. Its kind
 *       and market are those of the whole unless it has its own. It is one message, unless something else was said of
 *       it, or there are none of the whole.
 *   <li>A cost that was said counts in place of the price book's, unless it was said later that there are none. The cost
 *       of the whole is one for all and is not any part's.
 *   <li>An AI call has no parts, and no other quantity than all or none.
 *   <li>Engagements and active subscribers are not amended.
 * </ul>
 */
final class Fold {

    private static final String WHOLE = "";

    private final Pricing pricing;

    Fold(Pricing pricing) {
        this.pricing = pricing;
    }

    /**
     * What is counted of the whole (an empty name) and of each part.
     *
     * @throws IllegalArgumentException if it costs more than can be counted
     */
    Map<String, Counted> of(Original original, List<Amendment> amendments) {
        Map<String, Said> said = Said.by(amendments);
        return switch (original.unit()) {
            case MESSAGE_CREDIT -> messages(original, said);
            case AI_TOKEN -> Map.of(WHOLE, call(original, said.get(WHOLE)));
            case SUBSCRIBER, ENGAGEMENT, ENGAGEMENT_VALUE, COST ->
                Map.of(
                        WHOLE,
                        new Counted(original.amount(), original.measures(), original.cost(), original.attribution()));
        };
    }

    private Map<String, Counted> messages(Original original, Map<String, Said> said) {
        Said whole = said.get(WHOLE);
        Map<String, Counted> counted = new LinkedHashMap<>();
        said.forEach((part, own) -> {
            if (part.isEmpty()) {
                counted.put(WHOLE, said.size() > 1 ? Counted.nothing(original.attribution()) : whole(original, whole));
            } else {
                counted.put(part, part(original, own, whole));
            }
        });
        return counted;
    }

    private Counted whole(Original original, Said said) {
        long quantity = said.quantity()
                .map(latest -> latest.change().value())
                .orElse(original.measures().quantity());
        return messages(original, quantity, attribution(original, said, said), cost(said, said.quantity()));
    }

    private Counted part(Original original, Said own, Said whole) {
        Optional<Said.Latest<Change.Quantity>> none =
                whole.quantity().filter(latest -> latest.change().value() == 0);
        Optional<Said.Latest<Change.Quantity>> quantity = own.quantity().or(() -> none);
        return messages(
                original,
                quantity.map(latest -> latest.change().value()).orElse(1L),
                attribution(original, own, whole),
                cost(own, quantity));
    }

    private Counted messages(Original original, long quantity, Attribution attribution, Optional<Amount> cost) {
        Reading reading = new Reading.Messages(quantity);
        Pricing.Rated rated = pricing.rate(original.workspace(), original.as(attribution, reading));
        return new Counted(rated.amount(), reading.measures(), cost.orElse(rated.cost()), attribution);
    }

    /** Tokens have the same price whatever the kind and market: nothing is rated anew. */
    private static Counted call(Original original, Said said) {
        boolean none =
                said.quantity().filter(latest -> latest.change().value() == 0).isPresent();
        return new Counted(
                none ? Amount.ZERO : original.amount(),
                none ? Measures.NONE : original.measures(),
                cost(said, said.quantity()).orElse(none ? Amount.ZERO : original.cost()),
                attribution(original, said, said));
    }

    private static Attribution attribution(Original original, Said own, Said whole) {
        Attribution attribution = original.attribution();
        return attribution
                .with(Dimension.MESSAGE_KIND, own.kind().or(whole::kind).orElse(attribution.messageKind()))
                .with(Dimension.MARKET, own.market().or(whole::market).orElse(attribution.market()));
    }

    /** What was said that it costs, if that holds. */
    private static Optional<Amount> cost(Said own, Optional<Said.Latest<Change.Quantity>> quantity) {
        return own.cost()
                .filter(cost -> quantity.filter(latest -> latest.change().value() == 0 && latest.rank() > cost.rank())
                        .isEmpty())
                .map(cost -> cost.change().value());
    }
}
