package org.weighhouse.ledger.internal.bench;

import java.util.List;
import org.weighhouse.api.ledger.Posting;

/** One way to take events in durably, exactly once, with roll-ups. */
interface Side extends AutoCloseable {

    String name();

    /** Returns when all of it is durable. */
    void take(List<List<Posting>> batches) throws Exception;

    /** Credits counted so far, from the roll-ups. */
    long counted() throws Exception;
}
