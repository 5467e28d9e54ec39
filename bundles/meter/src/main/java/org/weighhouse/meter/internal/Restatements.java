package org.weighhouse.meter.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Posting;

/**
 * The postings that follow from what was said of something: one for each fact that is different from before. A part is a
 * fact of its own; a cost is one beside what it is the cost of, and is not written as long as there is none.
 */
record Restatements(Fold fold) {

    /**
     * For a thing that is counted only now: what was said of its name is said of it, if it is the first of that name.
     *
     * @throws IllegalArgumentException if it costs more than can be counted
     */
    List<Posting> afterwards(Original original, Dossier dossier) {
        List<Amendment> said = dossier.amendments();
        if (said.isEmpty() || dossier.original().isPresent()) {
            return List.of();
        }
        return between(original, List.of(), said, said.getLast().id());
    }

    /**
     * For a thing of which one more was said.
     *
     * @throws IllegalArgumentException if it costs more than can be counted
     */
    List<Posting> next(Original original, List<Amendment> before, Amendment more) {
        List<Amendment> all = new ArrayList<>(before);
        all.add(more);
        return between(original, before, all, more.id());
    }

    /** @param statement tells what follows from this from whatever else follows for the same facts */
    private List<Posting> between(Original original, List<Amendment> earlier, List<Amendment> later, String statement) {
        Map<String, Counted> before = fold.of(original, earlier);
        List<Posting> postings = new ArrayList<>();
        fold.of(original, later).forEach((part, after) -> {
            Counted was = before.getOrDefault(part, Counted.nothing(original.attribution()));
            Fact fact = Fact.of(original, part);
            if (!after.isSameUsage(was)) {
                postings.add(fact.restated(
                        statement, original.unit(), after.amount(), after.measures(), after.attribution()));
            }
            if (!after.isSameCost(was)) {
                postings.add(
                        fact.cost().restated(statement, Unit.COST, after.cost(), Measures.NONE, after.attribution()));
            }
        });
        return postings;
    }

    /** Where something is counted. */
    private record Fact(Original original, String source, String id) {

        static Fact of(Original original, String part) {
            return part.isEmpty()
                    ? new Fact(original, original.source(), original.id())
                    : new Fact(original, OwnSource.PART.of(original.source()), Ids.part(original.id(), part));
        }

        Fact cost() {
            return new Fact(original, OwnSource.COST.of(source), id);
        }

        Posting restated(String statement, Unit unit, Amount amount, Measures measures, Attribution attribution) {
            return Posting.fact(
                            source,
                            Ids.restatement(id, statement),
                            original.time(),
                            unit,
                            amount,
                            measures,
                            attribution)
                    .with(original.reference())
                    .restating(id);
        }
    }
}
