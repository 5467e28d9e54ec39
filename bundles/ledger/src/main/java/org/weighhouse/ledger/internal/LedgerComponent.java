package org.weighhouse.ledger.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.DataFolder;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerVerification;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.database.Database;
import org.weighhouse.ledger.internal.engine.LedgerEngine;
import org.weighhouse.ledger.internal.engine.Settings;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;
import org.weighhouse.ledger.internal.journal.MeasuredJournalStore;
import org.weighhouse.ledger.internal.rollup.CellSettings;

/** Publishes the engine. There is no ledger service while the journal cannot be replayed; the log says why. */
@Component(
        service = {},
        configurationPid = "org.weighhouse.ledger",
        immediate = true)
@Designate(ocd = LedgerConfiguration.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.weighhouse.api.ledger.Ledger,"
                + "org.weighhouse.api.ledger.UsageQueries,org.weighhouse.api.ledger.LedgerVerification\"")
public final class LedgerComponent {

    private final LedgerEngine engine;
    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public LedgerComponent(BundleContext context, @Reference Database database, LedgerConfiguration config) {
        Settings settings = settings(config);
        Path folder = folder(config.folder(), DataFolder.path());
        JdbcJournalStore.migrate(database);
        MeasuredJournalStore store = new MeasuredJournalStore(new JdbcJournalStore(database, config.fetchRows()));
        engine = LedgerEngine.open(store, folder, Clock.systemUTC(), settings);
        registrations = List.of(
                context.registerService(MultiCollector.class, store::metrics, null),
                context.registerService(UsageQueries.class, engine.queries(), null),
                context.registerService(LedgerVerification.class, engine.verification(), null),
                context.registerService(Ledger.class, engine, null));
    }

    private static Settings settings(LedgerConfiguration config) {
        return new Settings(
                config.queueCapacity(),
                config.groupLimit(),
                Duration.of(config.commitIntervalInMicros(), ChronoUnit.MICROS),
                Duration.ofMillis(config.notifyIntervalInMs()),
                config.checkpointEntries(),
                config.checkpointRows(),
                (long) config.pageCacheInMb() << 20,
                config.maxOpenHolds(),
                new CellSettings(config.maxCombinations(), config.quarterHourDays(), config.retentionDays()));
    }

    private static Path folder(String configured, Path data) {
        return configured.isEmpty()
                ? data.resolve("ledger")
                : Path.of(configured).toAbsolutePath();
    }

    @Deactivate
    void close() {
        registrations.reversed().forEach(ServiceRegistration::unregister);
        engine.close();
    }
}
