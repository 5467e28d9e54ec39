package org.weighhouse.ledger.internal.record;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerEntry;

/**
 * A debit was written.
 *
 * @param sequence number of the place in the whole journal
 * @param number number of the entry within its workspace, from 1
 * @param time when it happened; a correction has the time of its original
 * @param amountMilli thousandths; negative where a correction gives back
 * @param reference what the platform calls it; empty for none
 * @param occurrence how many entries had that reference, in the same channel, before; 0 without one
 */
public record EntryWritten(
        long sequence,
        long number,
        WorkspaceId workspace,
        String source,
        String id,
        long time,
        Unit unit,
        long amountMilli,
        Measures measures,
        Attribution attribution,
        String reference,
        int occurrence,
        Correction correction)
        implements Placed {

    public boolean isCorrection() {
        return correction.isCorrection();
    }

    public boolean hasReference() {
        return !reference.isEmpty();
    }

    /** What it is found by beside its id, if it has a reference. */
    public ReferenceName name() {
        return new ReferenceName(workspace, attribution.channel(), reference);
    }

    /** As the outside sees it. */
    public LedgerEntry toLedgerEntry(Instant recorded) {
        return new LedgerEntry(
                number,
                workspace,
                source,
                id,
                Micros.toInstant(time),
                recorded,
                unit,
                new Amount(amountMilli),
                measures,
                attribution,
                new Reference(reference),
                correction.corrects());
    }
}
