package org.weighhouse.ledger.internal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows whose bodies are any bytes: neither the store nor the chain looks into them. */
final class TestRows {

    static final int ENTRIES = 3;

    private TestRows() {}

    /** The next row of a journal. */
    static JournalRow next(JournalChain chain, long minTime, long maxTime, int bodyLength) {
        byte[] body = new byte[bodyLength];
        new Random(chain.lastSeq()).nextBytes(body);
        return chain.seal(new RowDraft(ENTRIES, minTime, maxTime, 1_000 + chain.lastSeq(), 2, body));
    }

    /** Appends the first rows of a journal; row n has times from 10 n to 10 n + 5. */
    static List<JournalRow> append(JournalStore store, JournalChain chain, int count) {
        List<JournalRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long time = 10 * (chain.lastSeq() + 1);
            JournalRow row = next(chain, time, time + 5, 60);
            store.append(row);
            rows.add(row);
        }
        return rows;
    }
}
