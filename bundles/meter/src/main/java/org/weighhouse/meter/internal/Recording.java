package org.weighhouse.meter.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.UsageQueries;

/** Counts what happened without a hold. */
final class Recording {

    private final Ledger ledger;
    private final UsageQueries queries;
    private final Answers answers;
    private final Pricing pricing;
    private final Restatements restatements;
    private final CountedSubscribers counted;
    private final Turns turns;

    Recording(
            Ledger ledger,
            UsageQueries queries,
            Answers answers,
            Pricing pricing,
            Restatements restatements,
            CountedSubscribers counted,
            Turns turns) {
        this.ledger = ledger;
        this.queries = queries;
        this.answers = answers;
        this.pricing = pricing;
        this.restatements = restatements;
        this.counted = counted;
        this.turns = turns;
    }

    Weighing weigh(Workspace workspace, List<Item> items) {
        Weighing weighing = new Weighing(workspace, pricing, counted);
        items.forEach(weighing::add);
        return weighing;
    }

    List<Receipt> record(Workspace workspace, Weighing weighing, List<List<Posting>> batches) {
        List<Receipt> receipts = new ArrayList<>();
        for (List<Posting> batch : batches) {
            receipts.addAll(answers.await(ledger.record(workspace.id(), batch)));
        }
        Answered answered = weighing.answered(receipts);
        for (List<Posting> more : Weighing.inBatches(answered.followUps())) {
            answers.await(ledger.record(workspace.id(), more));
        }
        weighing.remember();
        return answered.ofItems();
    }

    /** An item with a reference waits its turn, so that nothing is said of it between the look and the writing. */
    Receipt observe(Workspace workspace, Item item) {
        Weighing weighing = weigh(workspace, List.of(item));
        List<Posting> facts = weighing.batches().getFirst();
        if (item.reference().isNone()) {
            return record(workspace, weighing, List.of(facts)).getFirst();
        }
        String channel = item.attribution().channel();
        return turns.take(workspace.id(), channel, item.reference(), () -> {
            Dossier dossier = queries.dossier(workspace.id(), channel, item.reference());
            List<Posting> amended = restatements.afterwards(weighing.original(), dossier);
            List<Posting> all = Stream.concat(facts.stream(), amended.stream()).toList();
            return record(workspace, weighing, List.of(all)).getFirst();
        });
    }
}
