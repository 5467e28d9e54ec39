package org.weighhouse.meter.internal;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;

/** Holds what is expected, and settles what happened. */
final class Holding {

    private final Ledger ledger;
    private final UsageQueries queries;
    private final Answers answers;
    private final Pricing pricing;
    private final Restatements restatements;
    private final CountedSubscribers counted;

    Holding(
            Ledger ledger,
            UsageQueries queries,
            Answers answers,
            Pricing pricing,
            Restatements restatements,
            CountedSubscribers counted) {
        this.ledger = ledger;
        this.queries = queries;
        this.answers = answers;
        this.pricing = pricing;
        this.restatements = restatements;
        this.counted = counted;
    }

    Decision reserve(Reservation reservation) {
        return switch (held(reservation)) {
            case ReserveOutcome.Held hold -> new Decision.Allowed(new Hold(reservation.workspace(), hold.id()));
            case ReserveOutcome.Refused shortage -> new Decision.Refused(shortage);
            case ReserveOutcome.TooMany tooMany -> new Decision.TooManyHolds();
        };
    }

    /** What has to be held of each unit. */
    Reservation reservation(Workspace workspace, Item expected, Duration timeout) {
        Pricing.Rated rated = pricing.rate(workspace.id(), expected);
        Map<Unit, Amount> amounts = new EnumMap<>(Unit.class);
        amounts.put(expected.reading().unit(), rated.amount());
        if (rated.cost().isPositive()) {
            amounts.put(Unit.COST, rated.cost());
        }
        return new Reservation(UUID.randomUUID(), workspace.id(), amounts, timeout);
    }

    private ReserveOutcome held(Reservation reservation) {
        CompletableFuture<ReserveOutcome> answer = ledger.reserve(reservation);
        try {
            return answers.await(answer);
        } catch (LedgerUnavailableException e) {
            // If the answer still comes, nobody is left to use the hold.
            answer.thenAccept(late -> ledger.voidHold(reservation.workspace(), reservation.id()));
            throw e;
        }
    }

    SettleOutcome settle(Workspace workspace, Hold hold, Item actual) {
        Weighing weighing = new Weighing(workspace, pricing, counted).add(actual);
        List<Posting> facts = weighing.batches().getFirst();
        // Hardly anything is spoken of before it is settled: what was said is read only if the ledger knows of some.
        SettleOutcome outcome = post(hold, facts, List.of(), Dossier.Basis.NO_AMENDMENTS);
        if (outcome == SettleOutcome.STALE) {
            outcome = Attempts.until(SettleOutcome.STALE, () -> {
                Dossier dossier =
                        queries.dossier(workspace.id(), actual.attribution().channel(), actual.reference());
                return post(hold, facts, restatements.afterwards(weighing.original(), dossier), dossier.basis());
            });
        }
        if (outcome == SettleOutcome.SETTLED || outcome == SettleOutcome.EXPIRED) {
            weighing.remember();
        }
        return outcome;
    }

    private SettleOutcome post(Hold hold, List<Posting> facts, List<Posting> amended, Dossier.Basis basis) {
        List<Posting> actual = Stream.concat(facts.stream(), amended.stream()).toList();
        return answers.await(ledger.post(hold.workspace(), hold.reservation(), actual, basis));
    }

    SettleOutcome voidHold(Hold hold) {
        return answers.await(ledger.voidHold(hold.workspace(), hold.reservation()));
    }
}
