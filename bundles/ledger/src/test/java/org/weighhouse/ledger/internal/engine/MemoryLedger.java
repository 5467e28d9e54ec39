package org.weighhouse.ledger.internal.engine;

import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.api.ledger.UsageQueries;

/** A ledger over a journal in memory, for what has nothing to do with the database; restarts take next to no time. */
final class MemoryLedger implements AutoCloseable {

    static final String CHANNEL = "telegram";

    final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore();
    private final Path folder = TestFolders.create();
    private final Settings settings;
    private LedgerEngine engine;

    MemoryLedger(Settings settings) {
        this.settings = settings;
        this.engine = open();
    }

    private LedgerEngine open() {
        return LedgerEngine.open(store, folder, clock, settings);
    }

    LedgerEngine engine() {
        return engine;
    }

    UsageQueries queries() {
        return engine.queries();
    }

    void restart() {
        engine.close();
        engine = open();
    }

    void hardLimit(WorkspaceId workspace, long credits) {
        Allowance allowance = new Allowance(Amount.of(credits), Allowance.Limit.HARD, false);
        engine.setTerms(workspace, new Terms(ZoneOffset.UTC, Map.of(CREDIT, allowance)))
                .join();
    }

    Receipt record(Posting posting) {
        return record(ACME, posting);
    }

    Receipt record(WorkspaceId workspace, Posting posting) {
        return engine.record(workspace, List.of(posting)).join().getFirst();
    }

    void reserve(UUID hold, long credits) {
        engine.reserve(TestLedger.reservation(ACME, hold, credits)).join();
    }

    SettleOutcome post(UUID hold, Dossier.Basis basis, Posting... used) {
        return engine.post(ACME, hold, List.of(used), basis).join();
    }

    /** Says something of a reference, on the state as it is. */
    AmendOutcome amend(Reference reference, Amendment amendment, Posting... restated) {
        return amend(reference, amendment, dossier(reference).basis(), restated);
    }

    AmendOutcome amend(Reference reference, Amendment amendment, Dossier.Basis basis, Posting... restated) {
        return engine.amend(ACME, CHANNEL, reference, amendment, basis, List.of(restated))
                .join();
    }

    Dossier dossier(Reference reference) {
        return queries().dossier(ACME, CHANNEL, reference);
    }

    List<LedgerEntry> find(Reference reference) {
        return queries().find(ACME, CHANNEL, reference);
    }

    /** Used, reserved, available and overage of now, in whole credits. */
    List<Long> parts() {
        return TestLedger.parts(queries().balance(ACME, CREDIT, clock.instant()));
    }

    /** What a verification finds. */
    List<?> findings() {
        return engine.verification().verify(progress -> {}).findings();
    }

    @Override
    public void close() {
        engine.close();
    }
}
