package org.weighhouse.meter.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Posting;

/** Turns what was weighed into the postings the ledger writes. */
final class Postings {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");
    private static final Amount ONE = Amount.of(1);

    private Postings() {}

    /** The thing itself, under its own source and id. */
    static Posting own(Item item, Amount amount) {
        return posting(
                item.source(),
                item,
                item.reading().unit(),
                amount,
                item.reading().measures());
    }

    /**
     * What it was worth, if it is an engagement. That of zero is written too: so a correction finds what to correct,
     * and the same engagement with another value is noticed.
     */
    static Optional<Posting> value(Item item) {
        return item.reading() instanceof Reading.Engagement engagement
                ? Optional.of(posting(
                        OwnSource.VALUE.of(item.source()),
                        item,
                        Unit.ENGAGEMENT_VALUE,
                        engagement.value(),
                        Measures.NONE))
                : Optional.empty();
    }

    /** What the provider charges for it, if anything. */
    static Optional<Posting> cost(Item item, Amount cost) {
        return cost.isPositive()
                ? Optional.of(posting(OwnSource.COST.of(item.source()), item, Unit.COST, cost, Measures.NONE))
                : Optional.empty();
    }

    /**
     * What a correction makes of the cost of what it corrects. Where there are prices, what had no cost gets one of
     * nothing first, which the ledger leaves out if there is one: so this correction, and one of this correction, find
     * what they are about.
     */
    static List<Posting> correctedCost(Item item, Amount cost, boolean hasPrices) {
        if (!mayHaveCost(item.reading())) {
            return List.of();
        }
        Posting correction = posting(OwnSource.COST.of(item.source()), item, Unit.COST, cost, Measures.NONE);
        return hasPrices ? List.of(none(correction, item.corrects()), correction) : List.of(correction);
    }

    /** The cost of nothing in place of one that was counted. */
    static Posting costTakenBack(Posting cost) {
        return none(cost, Ids.restatement(cost.id(), "refused")).restating(cost.id());
    }

    private static Posting none(Posting cost, String id) {
        return Posting.fact(
                cost.source(), id, cost.time(), cost.unit(), Amount.ZERO, Measures.NONE, cost.attribution());
    }

    private static boolean mayHaveCost(Reading reading) {
        return switch (reading) {
            case Reading.Messages messages -> true;
            case Reading.Tokens tokens -> true;
            case Reading.ActiveSubscriber active -> false;
            case Reading.Engagement engagement -> false;
        };
    }

    /**
     * That its subscriber was active this month: one posting a month, whatever the number of events, because all of
     * them give the same id. A correction counts nobody, for what it corrects did.
     */
    static Optional<Posting> subscriber(Item item, ZoneId zone) {
        String subscriber = item.attribution().subscriber();
        if (subscriber.isEmpty() || item.isCorrection()) {
            return Optional.empty();
        }
        return Optional.of(Posting.fact(
                OwnSource.SUBSCRIBER,
                // At most 7 + 1 + Attribution.MAX_LENGTH characters, well within UsageEvent.MAX_ID_LENGTH.
                month(item.time(), zone) + "/" + subscriber,
                item.time(),
                Unit.SUBSCRIBER,
                ONE,
                Measures.of(1),
                item.attribution()));
    }

    private static String month(Instant time, ZoneId zone) {
        return MONTH.format(time.atZone(zone));
    }

    private static Posting posting(String source, Item item, Unit unit, Amount amount, Measures measures) {
        Reference reference = item.reference();
        Posting fact = Posting.fact(source, item.id(), item.time(), unit, amount, measures, item.attribution())
                .with(reference);
        return item.isCorrection() ? fact.correcting(item.corrects()) : fact;
    }
}
