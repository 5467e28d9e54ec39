package org.weighhouse.ledger.internal.bench;

import java.util.UUID;

/** One way to hold credits of one workspace against a hard limit and to post what was used, both durable. Thread-safe. */
interface HoldSide extends AutoCloseable {

    /** Credits held by every pair. */
    long HELD = 2;

    /** Credits used by every pair. */
    long USED = 1;

    /** Credits granted in the beginning; more than any benchmark uses. */
    long GRANTED = 10_000_000_000L;

    String name();

    /**
     * Holds, waits until that is durable, posts, and waits until that is durable.
     *
     * @param caller number of the calling thread, from 0
     */
    void pair(int caller, UUID id) throws Exception;

    /** Credits used so far, provided that nothing is held any more; otherwise an exception. */
    long used() throws Exception;
}
