package org.weighhouse.meter.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.Posting;

/**
 * The postings of some events: first their own, in the events' order, then those of subscribers who may not be counted
 * yet, each once.
 */
final class Weighing {

    private final Postings postings;
    private final CountedSubscribers counted;
    private final List<Posting> own = new ArrayList<>();
    private final Map<CountedSubscribers.Key, Posting> subscribers = new LinkedHashMap<>();

    Weighing(Postings postings, CountedSubscribers counted) {
        this.postings = postings;
        this.counted = counted;
    }

    Weighing add(UsageEvent event, Workspace workspace) {
        own.add(postings.own(event));
        postings.subscriber(event, workspace).ifPresent(posting -> {
            CountedSubscribers.Key key = new CountedSubscribers.Key(posting.workspace(), posting.id());
            if (!counted.contains(key)) {
                subscribers.putIfAbsent(key, posting);
            }
        });
        return this;
    }

    /**
     * The postings in batches the ledger takes. All of the events' own ones are in the first; what does not fit
     * follows, which harms nobody: until the last batch is written the caller has no answer, and reporting the events
     * again makes up for it.
     */
    List<List<Posting>> batches() {
        List<Posting> all = new ArrayList<>(own);
        all.addAll(subscribers.values());
        List<List<Posting>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Ledger.MAX_BATCH) {
            batches.add(List.copyOf(all.subList(from, Math.min(all.size(), from + Ledger.MAX_BATCH))));
        }
        return batches;
    }

    /** To be called once the ledger has answered: whatever it said, these subscribers are counted now. */
    void remember() {
        subscribers.keySet().forEach(counted::add);
    }
}
