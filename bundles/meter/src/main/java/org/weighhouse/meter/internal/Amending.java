package org.weighhouse.meter.internal;

import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.UsageQueries;

/** Restates what was counted, or keeps what was said until it is. */
final class Amending {

    /** Most parts of a thing. All of them, and their costs, are restated in one step when something is said of the whole. */
    static final int MAX_PARTS = 4_000;

    private final Ledger ledger;
    private final UsageQueries queries;
    private final Answers answers;
    private final Restatements restatements;
    private final Turns turns;

    Amending(Ledger ledger, UsageQueries queries, Answers answers, Restatements restatements, Turns turns) {
        this.ledger = ledger;
        this.queries = queries;
        this.answers = answers;
        this.restatements = restatements;
        this.turns = turns;
    }

    AmendOutcome amend(WorkspaceId workspace, String channel, Reference reference, Amendment amendment) {
        return turns.take(
                workspace,
                channel,
                reference,
                () -> Attempts.until(AmendOutcome.STALE, () -> attempt(workspace, channel, reference, amendment)));
    }

    private AmendOutcome attempt(WorkspaceId workspace, String channel, Reference reference, Amendment amendment) {
        Dossier dossier = queries.dossier(workspace, channel, reference);
        boolean known = dossier.amendments().stream().anyMatch(said -> said.id().equals(amendment.id()));
        if (!known && isOnePartTooMany(dossier, amendment)) {
            return AmendOutcome.TOO_MANY;
        }
        // Of what is known already the ledger says whether it is the same.
        List<Posting> postings = known ? List.of() : postings(dossier, amendment);
        return answers.await(ledger.amend(workspace, channel, reference, amendment, dossier.basis(), postings));
    }

    private static boolean isOnePartTooMany(Dossier dossier, Amendment amendment) {
        List<String> parts = dossier.amendments().stream()
                .map(Amendment::part)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        return !amendment.part().isEmpty() && parts.size() >= MAX_PARTS && !parts.contains(amendment.part());
    }

    private List<Posting> postings(Dossier dossier, Amendment amendment) {
        return dossier.original()
                .map(first -> restatements.next(Original.of(first, cost(first)), dossier.amendments(), amendment))
                .orElse(List.of());
    }

    /**
     * What an AI call cost when it was counted. It cannot be rated again, for the entry does not know the provider.
     * A cost that lies behind more than {@link UsageQueries#MAX_ENTRIES} entries of the same name stays as it is.
     */
    private Amount cost(LedgerEntry original) {
        if (original.unit() != Unit.AI_TOKEN) {
            return Amount.ZERO;
        }
        String source = OwnSource.COST.of(original.source());
        return queries.find(original.workspace(), original.attribution().channel(), original.reference()).stream()
                .filter(entry -> entry.corrects().isEmpty()
                        && entry.source().equals(source)
                        && entry.id().equals(original.id()))
                .map(LedgerEntry::amount)
                .findFirst()
                .orElse(Amount.ZERO);
    }
}
