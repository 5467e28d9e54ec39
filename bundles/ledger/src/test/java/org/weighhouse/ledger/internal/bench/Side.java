package org.weighhouse.ledger.internal.bench;

import java.util.List;

/** One way to take events in durably, exactly once, with roll-ups. */
public interface Side extends AutoCloseable {

    String name();

    /** Returns when all of it is durable. */
    void take(List<Batch> batches) throws Exception;

    /** Credits counted so far, from the roll-ups. */
    long counted() throws Exception;

    /** Bytes of what is kept so far, indexes included; without the database's own log, which is used again. */
    long storedInBytes() throws Exception;
}
