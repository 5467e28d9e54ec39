package org.weighhouse.meter.internal;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;

/**
 * What was counted first under a reference, before anything was said of it.
 *
 * @param cost what its provider charges by the price book; zero if it had no price
 */
record Original(
        WorkspaceId workspace,
        String source,
        String id,
        Instant time,
        Unit unit,
        Amount amount,
        Measures measures,
        Attribution attribution,
        Reference reference,
        Amount cost) {

    static Original of(WorkspaceId workspace, Posting own, Amount cost) {
        return new Original(
                workspace,
                own.source(),
                own.id(),
                own.time(),
                own.unit(),
                own.amount(),
                own.measures(),
                own.attribution(),
                own.reference(),
                cost);
    }

    static Original of(LedgerEntry entry, Amount cost) {
        return new Original(
                entry.workspace(),
                entry.source(),
                entry.id(),
                entry.time(),
                entry.unit(),
                entry.amount(),
                entry.measures(),
                entry.attribution(),
                entry.reference(),
                cost);
    }

    /** It, had it been something else. */
    Item as(Attribution other, Reading reading) {
        return new Item("what " + reference + " stands for", source, id, time, other, reading, reference, "");
    }
}
