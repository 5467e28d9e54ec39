package org.weighhouse.ledger.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.LedgerVerification;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.VerificationProgress;
import org.weighhouse.api.ledger.VerificationReport;
import org.weighhouse.database.Database;
import org.weighhouse.ledger.internal.engine.LedgerEngine;
import org.weighhouse.ledger.internal.engine.Settings;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;
import org.weighhouse.ledger.internal.rollup.CellSettings;

/** Publishes the engine. There is no ledger service while the journal cannot be replayed; the log says why. */
@Component(
        service = {Ledger.class, UsageQueries.class, LedgerVerification.class},
        configurationPid = "org.weighhouse.ledger",
        immediate = true)
@Designate(ocd = LedgerConfiguration.class)
public final class LedgerComponent implements Ledger, UsageQueries, LedgerVerification {

    private final LedgerEngine engine;

    @Activate
    public LedgerComponent(@Reference Database database, LedgerConfiguration config) {
        Settings settings = settings(config);
        Path folder = folder(config.folder(), System.getenv(), System.getProperty("karaf.data", ".weighhouse"));
        JdbcJournalStore.migrate(database);
        this.engine = LedgerEngine.open(
                new JdbcJournalStore(database, config.fetchRows()), folder, Clock.systemUTC(), settings);
    }

    private static Settings settings(LedgerConfiguration config) {
        return new Settings(
                config.queueCapacity(),
                config.groupLimit(),
                Duration.ofMillis(config.notifyIntervalInMs()),
                config.checkpointEntries(),
                config.checkpointRows(),
                (long) config.pageCacheInMb() << 20,
                new CellSettings(config.maxCombinations(), config.quarterHourDays(), config.retentionDays()));
    }

    private static Path folder(String configured, Map<String, String> environment, String fallback) {
        String data = environment.getOrDefault("WEIGHHOUSE_DATA", "");
        return configured.isEmpty()
                ? Path.of(data.isEmpty() ? fallback : data, "ledger").toAbsolutePath()
                : Path.of(configured).toAbsolutePath();
    }

    @Deactivate
    void close() {
        engine.close();
    }

    @Override
    public CompletableFuture<List<Receipt>> record(List<Posting> postings) {
        return engine.record(postings);
    }

    @Override
    public CompletableFuture<ReserveOutcome> reserve(Reservation reservation) {
        return engine.reserve(reservation);
    }

    @Override
    public CompletableFuture<SettleOutcome> post(WorkspaceId workspace, UUID reservation, List<Posting> actual) {
        return engine.post(workspace, reservation, actual);
    }

    @Override
    public CompletableFuture<SettleOutcome> release(WorkspaceId workspace, UUID reservation) {
        return engine.release(workspace, reservation);
    }

    @Override
    public CompletableFuture<Boolean> grant(Grant grant) {
        return engine.grant(grant);
    }

    @Override
    public CompletableFuture<Void> setTerms(WorkspaceId workspace, Terms terms) {
        return engine.setTerms(workspace, terms);
    }

    @Override
    public LedgerHealth health() {
        return engine.health();
    }

    @Override
    public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
        return engine.balance(workspace, unit, at);
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        return engine.query(query);
    }

    @Override
    public void entries(WorkspaceId workspace, Unit unit, TimeRange range, Consumer<LedgerEntry> each) {
        engine.entries(workspace, unit, range, each);
    }

    @Override
    public TopUsage top(UsageQuery query, int count) {
        return engine.top(query, count);
    }

    @Override
    public void explain(UsageQuery query, Consumer<LedgerEntry> each) {
        engine.explain(query, each);
    }

    @Override
    public VerificationReport verify(Consumer<VerificationProgress> progress) {
        return engine.verify(progress);
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        return engine.subscribe(listener);
    }
}
