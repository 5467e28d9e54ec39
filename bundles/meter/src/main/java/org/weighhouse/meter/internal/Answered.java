package org.weighhouse.meter.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;

/**
 * What the ledger said to items and what is counted beside them.
 *
 * @param values by the index of their item; their receipts come after those of all items
 * @param costs likewise, after those of the values
 * @param correctedCosts what corrections make of costs, by the index of the correction; not written yet
 */
record Answered(
        List<Posting> own,
        Map<Integer, Posting> values,
        Map<Integer, Posting> costs,
        Map<Integer, List<Posting>> correctedCosts,
        List<Receipt> receipts) {

    /** One receipt for each item, in their order. */
    List<Receipt> ofItems() {
        List<Receipt> answers = new ArrayList<>(receipts.subList(0, own.size()));
        int at = own.size();
        for (int item : values.keySet()) {
            answers.set(item, both(answers.get(item), receipts.get(at++)));
        }
        return List.copyOf(answers);
    }

    /** The ledger knows the same engagement with another value by its value alone. Statuses are in the order of severity. */
    private static Receipt both(Receipt own, Receipt value) {
        return isRefused(value) && value.status().compareTo(own.status()) > 0 ? value : own;
    }

    /** What has to be written yet, so that the cost of each item is counted if, and only if, the item is. */
    List<Posting> followUps() {
        List<Posting> more = new ArrayList<>();
        correctedCosts.forEach((item, corrected) -> {
            if (!isRefused(receipts.get(item))) {
                more.addAll(corrected);
            }
        });
        int at = own.size() + values.size();
        for (Map.Entry<Integer, Posting> cost : costs.entrySet()) {
            boolean counted = receipts.get(at++).status() == Receipt.Status.RECORDED;
            if (counted && isRefused(receipts.get(cost.getKey()))) {
                // Something without a cost is counted under this id already; this cost is of something else.
                more.add(Postings.costTakenBack(cost.getValue()));
            }
        }
        return more;
    }

    private static boolean isRefused(Receipt receipt) {
        return switch (receipt.status()) {
            case DUPLICATE_OTHER_TIME, CONFLICT, UNKNOWN_ORIGINAL -> true;
            case RECORDED, DUPLICATE -> false;
        };
    }
}
