package org.weighhouse.ledger.internal.engine;

import org.weighhouse.api.ledger.Posting;
import org.weighhouse.ledger.internal.memory.ContentHash;
import org.weighhouse.ledger.internal.memory.Memory;
import org.weighhouse.ledger.internal.memory.Memory.Look;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Micros;

/**
 * A posting with what can be worked out on the caller's thread.
 *
 * @param contentHash of a correction; 0 of an ordinary posting
 */
record Prepared(Posting posting, long time, Look look, long contentHash) {

    static Prepared of(Posting posting, Memory memory) {
        long time = Micros.of(posting.time());
        Look look = memory.look(posting.workspace(), posting.source(), posting.id());
        if (posting.corrects().isEmpty()) {
            return new Prepared(posting, time, look, 0);
        }
        // The writer will need it; whoever reads it here has it in the cache by then.
        memory.look(posting.workspace(), posting.source(), posting.corrects());
        return new Prepared(
                posting,
                time,
                look,
                ContentHash.of(
                        time,
                        posting.unit(),
                        posting.amount().milli(),
                        posting.attribution(),
                        posting.tokens(),
                        posting.corrects()));
    }

    /** Whether an entry was written for the same content. */
    boolean isSameAs(EntryWritten entry) {
        if (entry.isCorrection() || !posting.corrects().isEmpty()) {
            return entry.isCorrection() && entry.amendment().contentHash() == contentHash;
        }
        return entry.time() == time
                && entry.unit() == posting.unit()
                && entry.amountMilli() == posting.amount().milli()
                && entry.attribution().equals(posting.attribution())
                && entry.tokens().equals(posting.tokens());
    }
}
