package org.weighhouse.ledger.internal.bench;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.ledger.internal.engine.LedgerEngine;
import org.weighhouse.ledger.internal.engine.Settings;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;

/** Our ledger in a place, as the product opens it. */
final class BenchLedger implements AutoCloseable {

    private static final int FETCH_ROWS = 16;
    private static final int ON_THE_WAY = 16;

    private final OwnedDatabase database;
    private final LedgerEngine engine;

    private BenchLedger(OwnedDatabase database, LedgerEngine engine) {
        this.database = database;
        this.engine = engine;
    }

    /** @param clock what the ledger takes for now */
    static BenchLedger open(Place place, Clock clock) {
        OwnedDatabase database = place.open();
        JdbcJournalStore.migrate(database);
        LedgerEngine engine = LedgerEngine.open(
                new JdbcJournalStore(database, FETCH_ROWS), place.ledgerFolder(), clock, Settings.DEFAULT);
        return new BenchLedger(database, engine);
    }

    LedgerEngine engine() {
        return engine;
    }

    /** Records batches, made as they are sent; a few are on their way at a time, as from several callers. */
    void take(Stream<Batch> batches) {
        Deque<CompletableFuture<List<Receipt>>> sent = new ArrayDeque<>();
        batches.forEachOrdered(batch -> {
            if (sent.size() == ON_THE_WAY) {
                sent.remove().join();
            }
            sent.add(engine.record(batch.workspace(), batch.postings()));
        });
        sent.forEach(CompletableFuture::join);
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
