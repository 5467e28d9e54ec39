package org.weighhouse.ledger.internal.record;

/** A record that has a place of its own in its row, by which it is found again. */
public sealed interface Placed extends JournalRecord permits EntryWritten, AmendmentSaid {

    /** Number of the place in the whole journal. */
    long sequence();
}
