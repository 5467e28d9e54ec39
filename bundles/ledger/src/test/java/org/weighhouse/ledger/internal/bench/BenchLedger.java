package org.weighhouse.ledger.internal.bench;

import java.time.Clock;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.ledger.internal.engine.LedgerEngine;
import org.weighhouse.ledger.internal.engine.Settings;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;

/** Our ledger in a place, as the product opens it. */
final class BenchLedger implements AutoCloseable {

    private static final int FETCH_ROWS = 16;

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

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
