package org.weighhouse.meter.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;

/**
 * The postings of some events: first their own, in the events' order, then the values of engagements, then those of
 * subscribers who may not be counted yet, each once.
 */
final class Weighing {

    private final Postings postings;
    private final CountedSubscribers counted;
    private final List<Posting> own = new ArrayList<>();
    /** By the index of their event. */
    private final Map<Integer, Posting> values = new LinkedHashMap<>();

    private final Map<CountedSubscribers.Key, Posting> subscribers = new LinkedHashMap<>();

    Weighing(Postings postings, CountedSubscribers counted) {
        this.postings = postings;
        this.counted = counted;
    }

    Weighing add(UsageEvent event, Workspace workspace) {
        postings.value(event).ifPresent(posting -> values.put(own.size(), posting));
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
     * The postings in batches the ledger takes. All of the events' own ones and their values are in the first; the
     * subscribers that do not fit follow, which harms nobody: until the last batch is written the caller has no answer,
     * and reporting the events again makes up for it.
     *
     * @throws IllegalArgumentException if the events do not fit into one batch
     */
    List<List<Posting>> batches() {
        List<Posting> all = new ArrayList<>(own);
        all.addAll(values.values());
        if (all.size() > Ledger.MAX_BATCH) {
            throw new IllegalArgumentException(
                    "at most " + Ledger.MAX_BATCH + " events at once, of which an engagement takes two");
        }
        all.addAll(subscribers.values());
        List<List<Posting>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Ledger.MAX_BATCH) {
            batches.add(List.copyOf(all.subList(from, Math.min(all.size(), from + Ledger.MAX_BATCH))));
        }
        return batches;
    }

    /**
     * One receipt for each event, in their order.
     *
     * @param answered the ledger's receipts for the first batch, or more
     */
    List<Receipt> receipts(List<Receipt> answered) {
        List<Receipt> receipts = new ArrayList<>(answered.subList(0, own.size()));
        int at = own.size();
        for (int event : values.keySet()) {
            receipts.set(event, both(receipts.get(event), answered.get(at++)));
        }
        return List.copyOf(receipts);
    }

    /** The ledger knows the same engagement with another value by its value alone. */
    private static Receipt both(Receipt own, Receipt value) {
        return isRefused(value) && !isRefused(own) ? value : own;
    }

    private static boolean isRefused(Receipt receipt) {
        return switch (receipt.status()) {
            case CONFLICT, UNKNOWN_ORIGINAL -> true;
            case RECORDED, DUPLICATE -> false;
        };
    }

    /** To be called once the ledger has answered: whatever it said, these subscribers are counted now. */
    void remember() {
        subscribers.keySet().forEach(counted::add);
    }
}
