package org.weighhouse.ledger.internal.index;

/** Pairs by key (unsigned), those of one key by value (signed). */
interface SortedPairs {

    long count();

    /** The key of the pair at an index from 0 to {@code count() - 1}. */
    long key(long index);

    /** The value of the pair at an index from 0 to {@code count() - 1}. */
    long value(long index);
}
