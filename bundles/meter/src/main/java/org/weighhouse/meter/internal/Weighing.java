package org.weighhouse.meter.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;

/**
 * The postings of some items of a workspace: first their own, in the items' order, then the values of engagements, then
 * costs, then those of subscribers who may not be counted yet, each once.
 */
final class Weighing {

    private final Workspace workspace;
    private final Pricing pricing;
    private final CountedSubscribers counted;
    private final List<Posting> own = new ArrayList<>();
    /** By the index of their item. */
    private final Map<Integer, Posting> values = new LinkedHashMap<>();

    private final Map<Integer, Posting> costs = new LinkedHashMap<>();
    /** What corrections make of costs; follows once it is known which of them the ledger takes. */
    private final Map<Integer, List<Posting>> correctedCosts = new LinkedHashMap<>();

    private final Map<CountedSubscribers.Key, Posting> subscribers = new LinkedHashMap<>();

    Weighing(Workspace workspace, Pricing pricing, CountedSubscribers counted) {
        this.workspace = workspace;
        this.pricing = pricing;
        this.counted = counted;
    }

    /** @throws IllegalArgumentException if it costs more than can be counted */
    Weighing add(Item item) {
        Pricing.Rated rated = pricing.rate(workspace.id(), item);
        int index = own.size();
        own.add(Postings.own(item, rated.amount()));
        Postings.value(item).ifPresent(posting -> values.put(index, posting));
        if (item.isCorrection()) {
            correctedCosts.put(
                    index, Postings.correctedCost(item, rated.cost(), pricing.hasPrices(workspace.id(), item)));
        } else {
            Postings.cost(item, rated.cost()).ifPresent(posting -> costs.put(index, posting));
        }
        Postings.subscriber(item, workspace.zone()).ifPresent(posting -> {
            CountedSubscribers.Key key = new CountedSubscribers.Key(workspace.id(), posting.id());
            if (!counted.contains(key)) {
                subscribers.putIfAbsent(key, posting);
            }
        });
        return this;
    }

    /**
     * The postings in batches the ledger takes. All of the items' own ones, their values and costs are in the first; the
     * subscribers that do not fit follow, which harms nobody: until the last batch is written the caller has no answer,
     * and reporting the items again makes up for it.
     *
     * @throws IllegalArgumentException if the items do not fit into one batch
     */
    List<List<Posting>> batches() {
        List<Posting> all = new ArrayList<>(own);
        all.addAll(values.values());
        all.addAll(costs.values());
        if (all.size() > Ledger.MAX_BATCH) {
            throw new IllegalArgumentException("at most " + Ledger.MAX_BATCH
                    + " events at once, of which an engagement and what has a price take two");
        }
        all.addAll(subscribers.values());
        return inBatches(all);
    }

    static List<List<Posting>> inBatches(List<Posting> all) {
        List<List<Posting>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Ledger.MAX_BATCH) {
            batches.add(List.copyOf(all.subList(from, Math.min(all.size(), from + Ledger.MAX_BATCH))));
        }
        return batches;
    }

    /** What is counted of the only item, to be amended. */
    Original original() {
        Amount cost = costs.values().stream().map(Posting::amount).findFirst().orElse(Amount.ZERO);
        return Original.of(workspace.id(), own.getFirst(), cost);
    }

    /** The ledger's answer to the first batch, or to more. */
    Answered answered(List<Receipt> receipts) {
        return new Answered(own, values, costs, correctedCosts, receipts);
    }

    /** To be called once the ledger has answered: whatever it said, these subscribers are counted now. */
    void remember() {
        subscribers.keySet().forEach(counted::add);
    }
}
