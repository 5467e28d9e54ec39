package org.weighhouse.ledger.internal.record;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerEntry;

/**
 * A debit was written.
 *
 * @param time when it happened; a correction has the time of its original
 * @param amountMilli thousandths; negative where a correction gives back
 */
public record EntryWritten(
        long sequence,
        WorkspaceId workspace,
        String source,
        String id,
        long time,
        Unit unit,
        long amountMilli,
        Attribution attribution,
        TokenBuckets tokens,
        Amendment amendment)
        implements JournalRecord {

    public boolean isCorrection() {
        return amendment.isAmendment();
    }

    /** As the outside sees it. */
    public LedgerEntry toLedgerEntry(Instant recorded) {
        return new LedgerEntry(
                sequence,
                workspace,
                source,
                id,
                Micros.toInstant(time),
                recorded,
                unit,
                new Amount(amountMilli),
                attribution,
                tokens,
                amendment.corrects());
    }
}
