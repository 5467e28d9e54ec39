package org.weighhouse.ledger.internal.engine;

import org.weighhouse.api.ledger.Posting;
import org.weighhouse.ledger.internal.memory.ContentHash;
import org.weighhouse.ledger.internal.memory.Fingerprint;
import org.weighhouse.ledger.internal.record.Micros;

/** A posting with what can be worked out on the caller's thread. */
record Prepared(Posting posting, long time, Fingerprint key, long contentHash) {

    static Prepared of(Posting posting) {
        long time = Micros.of(posting.time());
        return new Prepared(
                posting,
                time,
                Fingerprint.of(posting.workspace(), posting.source(), posting.id()),
                ContentHash.of(
                        time,
                        posting.unit(),
                        posting.amount().milli(),
                        posting.attribution(),
                        posting.tokens(),
                        posting.corrects()));
    }
}
