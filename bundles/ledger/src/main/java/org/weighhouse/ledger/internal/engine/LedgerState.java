package org.weighhouse.ledger.internal.engine;

import org.weighhouse.ledger.internal.codec.JournalPages;
import org.weighhouse.ledger.internal.index.KeyIndex;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.memory.Memory;

/**
 * What the journal amounts to, and what goes on from there.
 *
 * @param lastRecorded when the last row was written, in microseconds; 0 if there is none
 */
record LedgerState(
        Head head,
        View view,
        Memory memory,
        KeyIndex index,
        JournalChain chain,
        JournalPages pages,
        Checkpointer checkpointer,
        long lastRecorded) {}
